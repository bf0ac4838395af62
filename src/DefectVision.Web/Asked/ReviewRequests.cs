using System.Globalization;
using System.Text.Json;
using DefectVision.Cases.Reviewing;
using DefectVision.Inspection.Languages;
using DefectVision.Web.Guarding;
using DefectVision.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DefectVision.Web.Asked;

/// <summary>What the scripts of the page ask for, and how it is answered.</summary>
/// <param name="desk">The review.</param>
/// <param name="newAddress">An address for another browser.</param>
/// <param name="finish">Ends the review.</param>
internal sealed class ReviewRequests(ReviewDesk desk, Func<string> newAddress, Action finish)
{
    /// <summary>Items in one response.</summary>
    public const int MostItems = 200;

    /// <summary>Letters of a class that the reader names himself.</summary>
    public const int LongestClass = 80;

    public void Map(IEndpointRouteBuilder routes)
    {
        Get(routes, "/api/page", (_, view) => new PageFacts(view.Texts.OfScripts, view.Reader));
        Post<NameGiven>(routes, "/api/reader", (session, given) =>
        {
            session.Reader = given.Name.Trim() is { Length: > 0 and <= ReviewDesk.LongestName } name ? name
                : throw new ReviewException(PageTexts.Of(session.Language).With("fault.name", ReviewDesk.LongestName));
            return new Nothing();
        });
        Post<LanguageChosen>(routes, "/api/language", (session, chosen) =>
        {
            session.Language = PageTexts.Languages.FirstOrDefault(language => language.Code == chosen.Code) ?? LanguagePack.English;
            return new Nothing();
        });
        Post<Nothing>(routes, "/api/address", (_, _) => new NewAddress(newAddress()));
        Post<Nothing>(routes, "/api/finish", (_, _) =>
        {
            finish();
            return new Nothing();
        });
        Get(routes, "/api/next", (query, view) => new NextItems(desk.Next(Named(view), Number(query, "most")), desk.IsDone(view.Reader)));
        Get(routes, "/api/item", (query, view) => desk.Item(Named(view), query["id"].ToString()));
        Get(routes, "/api/grid", (query, view) =>
        {
            var (items, all) = desk.Grid(Named(view), query["lot"].ToString() is { Length: > 0 } lot ? lot : null, query["open"] == "1", Number(query, "skip", int.MaxValue), Number(query, "most"));
            return new GridItems(items, all);
        });
        Get(routes, "/api/twins", (_, view) => new OpenPairs(desk.Twins(Named(view))));
        Post<WordsGiven>(routes, "/api/answer", (session, given) => Answer(Named(PageView.Of(desk, session)), given.Answers, PageView.Of(desk, session)));
        Post<Nothing>(routes, "/api/undo", (session, _) => desk.Undo(Named(PageView.Of(desk, session))) is { } undone ? new Undone(undone.Name, undone.Item) : new Undone(null, null));
        Post<PairDecided>(routes, "/api/twins", (session, decided) =>
        {
            desk.Decide(Named(PageView.Of(desk, session)), decided.Pair, decided.AreDifferent);
            return new Nothing();
        });
    }

    private Recorded Answer(string reader, IReadOnlyList<ReviewWord> words, PageView view)
    {
        if (words.Count is not (> 0 and <= MostItems) || words.Any(word => word is null || word.DefectClass?.Length > LongestClass) || words.Select(word => word.Item).Distinct().Count() < words.Count)
        {
            throw new ReviewException(FormattableString.Invariant($"expected 1 to {MostItems} answers, each on another item, and a class of {LongestClass} letters at most"));
        }

        return new Recorded([.. desk.Answer(reader, words).Select(told => Told.Of(told, view))], desk.IsDone(reader));
    }

    private static string Named(PageView view) => view.Reader.Length > 0 ? view.Reader : throw new ReviewException(view.Texts["fault.nobody"]);

    private static int Number(IQueryCollection query, string name, int most = MostItems) =>
        int.TryParse(query[name].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : 0;

    private void Get<T>(IEndpointRouteBuilder routes, string path, Func<IQueryCollection, PageView, T?> answer)
        where T : class =>
        routes.MapGet(path, context => Guarded(context, async () =>
        {
            if (answer(context.Request.Query, PageView.Of(desk, Gate.Session(context))) is { } found)
            {
                await Written.Json(context, found);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        }));

    private static void Post<T>(IEndpointRouteBuilder routes, string path, Func<ReaderSession, T, object> answer)
        where T : class =>
        routes.MapPost(path, context => Guarded(context, async () => await Written.Json(context, answer(Gate.Session(context), await Written.Read<T>(context)))));

    private static async Task Guarded(HttpContext context, Func<Task> work)
    {
        var texts = PageTexts.Of(Gate.Session(context).Language);
        try
        {
            await work();
        }
        catch (ReviewException fault)
        {
            await Written.Fault(context, StatusCodes.Status422UnprocessableEntity, fault.Message);
        }
        catch (JsonException)
        {
            await Written.Fault(context, StatusCodes.Status400BadRequest, texts["fault.form"]);
        }
        catch (BadHttpRequestException fault)
        {
            await Written.Fault(context, fault.StatusCode, texts["fault.form"]);
        }
        catch (IOException fault)
        {
            await Written.Fault(context, StatusCodes.Status507InsufficientStorage, texts.With("fault.disk", fault.Message));
        }
        catch (ObjectDisposedException)
        {
            await Written.Fault(context, StatusCodes.Status410Gone, texts["finish.done"]);
        }
    }
}
