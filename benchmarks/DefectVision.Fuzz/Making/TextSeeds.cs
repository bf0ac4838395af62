using System.Text;
using DefectVision.Fuzz.Targets;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Fuzz.Making;

/// <summary>Good lists of every kind, and agreements, as people write them.</summary>
internal static class TextSeeds
{
    public static IEnumerable<NamedContent> Lists =>
    [
        Of("photos.csv", "path,lot,item,view\nPO-1/LOT-A/A-001_front.jpg,LOT-A,A-001,front\nPO-1\\LOT-A\\A-001_back.jpg,LOT-A,A-001,back\n"),
        Of("photos.csv", "sep=;\n\"path\";lot\n\"PO-1/LOT-B/017_front.jpg\";\"LOT-B\"\n"),
        Of("confirmed.csv", "item,confirmed,reader,time,lot,defect_class,severity,cause\nA-001,yes,A,2026-11-24T09:30:00Z,LOT-A,hole,major,material\n=\"017\",unsure,B,24/11/2026 09:30,,,,\nA-002,,B,45985.5,,,,\n"),
        Of("measurements.csv", "item;point;value;nominal;tolerance;unit;gauge;date\nA-001;chest;54,1;54;±0.5;cm;tape;2026-11-24\nA-002;chest;21 1/4 in;21;+0.3/-0.1;in;;24.11.2026\n017;chest;N/A;54;±2%;cm;;\n"),
        Of("measurements.csv", "item,point,value,lower,upper\nA-001,length,\"1,234.5\",1000,1500 mm\n"),
        Of("tests.csv", "lot,item,test,kind,result,standard,required,found,laboratory,report_number,mandatory,date,document\nLOT-A,,colour fastness,laboratory,fail,ISO 105-C06,4,2-3,Lab,R-7,yes,2026-11-20,report.pdf\n"),
        Of("third-party.csv", "item,verdict,lot,defect_class,severity,inspector,report_number,date,document\nA-001,defective,LOT-A,stain,minor,Inspectors Ltd,Q-1,20 Nov 2026,report.pdf\n"),
        Of("draw.csv", "# draw list: defectvision plan --draw\n# lot: LOT-A; lot size: 12; sample size: 3; seed: 7; items: numbers 1 to 12; method: dv-draw/1\nlot,item\nLOT-A,03\nLOT-A,07\nLOT-A,11\n"),
        Of("draw.csv", "# lot: LOT-B; lot size: 40; sample size: 8; first stage: 4; cartons opened: 2; per carton: 4; seed: 1; items: items.txt, SHA-256 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef; method: x\nlot,item,stage,carton,piece\nLOT-B,03,1,1,3\n"),
        Of(ListTarget.Regions, "path,x,y,width,height,reason\nPO-1/LOT-A/A-001_front.jpg,4,2,8,6,faces\n"),
        .. WorkbookParts.Whole,
    ];

    /// <summary>The form that the product gives out, one filled in, and the other ways to say things.</summary>
    public static IEnumerable<(string Name, byte[] File)> Agreements =>
    [
        ("form.yaml", Encoding.UTF8.GetBytes(AgreementForm.Text)),
        ("full.yaml", """
            purchase_order: PO-2026-118
            supplier: { name: "Haitong Co., Ltd.", country: CN, region: Zhejiang }
            factory: { name: F, address: A, country: CN }
            buyer:
              name: Example Imports GmbH
              country: DE
            invoice: { number: "7", date: 2026-11-20 }
            contract:
              number: C-1
              date: 20.11.2026
              tolerance: { percent: 1.0, kind: threshold }
              claim_single_items: yes
              inspection_period: { days: 10, from: arrival }
              notice_hours: 72
              answer_business_days: 5
              remedies: [refund, rework]
              law: CISG
              arbitration: none
              late_delivery: { percent_per_week: 0.5, weeks: begun, cap: 5 }
              clauses: { notice: "7.4", arbitration: "15" }
            costs: { rework_per_item: 1.50, freight: 800 }
            standard: ISO 2859-1:1999
            inspection_level: II
            severity: normal
            sampling: random
            aql:
              major: 2.5
              minor: 4.0
              critical: not allowed
            required_sections: [measurements, tests]
            levels: { measurements: S-3, tests: S-3 }
            measurements: { severity: major, points: { chest: critical } }
            tests: { severity: major }
            views: { required: [front, back], context: [carton] }
            inspection: { date: 2026-11-22, place: Ningbo, inspector: Li }
            unit_price: 12.50
            currency: USD
            lots:
              LOT-A: 1200
              LOT-B: { size: 280, cartons: 12, shipment_date: 2026-10-22, inspection_severity: tightened, gtin: 4006381333931, components: ["thread 40/2"] }
            classes:
              hole: { severity: major, cause: material, zh: 破洞 }
              stain: { severity: minor }
            """u8.ToArray()),
        ("plans.yaml", """
            aql:
              critical: not allowed
              critical+major: 2.5
              major: { n: 80, ac: 3, re: 6, between: hold }
              minor: { c: 0, limiting_quality: 6.5, risk: 10 }
            lots:
              LOT-A: { size: 500 }
            """u8.ToArray()),
    ];

    private static NamedContent Of(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));
}
