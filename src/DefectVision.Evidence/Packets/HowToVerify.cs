using System.Text;

namespace DefectVision.Evidence.Packets;

/// <summary>HOW-TO-VERIFY.md: the check on one page, with tools that are not ours. A test runs its commands.</summary>
internal static class HowToVerify
{
    public static byte[] Text() => Encoding.UTF8.GetBytes(Page);

    private const string Page = """
        # How to verify this packet

        You need to trust neither us nor our program. In a shell (bash, with coreutils and openssl), in the folder of this file:

        ## 1. Every file is the one that was sealed
        ```sh
        sha256sum -c SHA256SUMS
        ```
        must say OK for every line. Only five kinds of files are not in that list, because they are made after it: `SHA256SUMS`, `seal.json`, `root.p7s`
        (signature), `root.tsr`, `root-2.tsr`, ... (timestamps) and `custody-after-seal.jsonl`. Any other file was added; this must print nothing:
        ```sh
        find . -type f | cut -c 3- | grep -vxF -f <(cut -c 67- SHA256SUMS) | grep -vxE 'SHA256SUMS|seal\.json|root\.p7s|root(-[0-9]+)?\.tsr|custody-after-seal\.jsonl'
        ```

        ## 2. The list is the one that was sealed
        The digest that this prints must stand in `seal.json` as `sums_sha256`:
        ```sh
        sha256sum SHA256SUMS
        ```
        and this one, of the last line of the log of what was done, as `custody_head`:
        ```sh
        tail -n 1 custody.jsonl | tr -d '\n' | sha256sum
        ```
        Each line of `custody.jsonl` names the same digest of the line before it as `previous`. Its times are the date of the inspection, not clock times.

        ## 3. The root
        `manifest.jsonl` has a line per document and photo. Its lines are the leaves of a hash tree (RFC 6962: a leaf is hashed after a byte 0, a node after a
        byte 1). This must print the `root` of `seal.json`:
        ```sh
        node() { { printf '\001'; printf "$(printf '%s' "$1$2" | sed 's/../\\x&/g')"; } | sha256sum | cut -c 1-64; }
        h=(); while IFS= read -r line; do h+=("$({ printf '\000'; printf '%s' "$line"; } | sha256sum | cut -c 1-64)"); done < manifest.jsonl
        while [ ${#h[@]} -gt 1 ]; do n=(); for ((i = 0; i < ${#h[@]}; i += 2)); do
          if [ $((i + 1)) -lt ${#h[@]} ]; then n+=("$(node ${h[i]} ${h[i+1]})"); else n+=("${h[i]}"); fi; done; h=("${n[@]}"); done; echo ${h[0]}
        ```
        Compare the root with one that you were told another way (letter, mail, telephone): whoever can replace the whole packet can compute a new root, too.
        Exhibit 12 of the report, the letters and the defect log: its photos lie below `originals/exhibit-012/`, and `exhibit` in their lines of the manifest
        is 12. Photos below `originals/no-exhibit/` are of no exhibit.
        `source` is a photo's path in the shipment. Where a name in it is no UTF-8 on the disk (a Chinese Windows zip leaves such names), `source_bytes` is that path
        byte by byte, each that is no ASCII letter, digit or one of `-._~/` as `%` and two hexadecimal digits; this prints the bytes themselves:
        ```sh
        grep -o '"source_bytes":"[^"]*"' manifest.jsonl | cut -d '"' -f 4 | while IFS= read -r name; do printf '%b\n' "${name//%/\\x}"; done
        ```
        A photo out of a zip has its zip as `archive` (`source_bytes` is then its entry's name); `archives` of `summary.json` has the zip's digest.
        One photo alone: `proofs/` has a file per photo with its line, its place (`leaf_index`) and the neighbours on the way up (`audit_path`).

        ## 4. Who sealed it (where there is a `root.p7s`)
        ```sh
        openssl cms -verify -binary -inform DER -noverify -in root.p7s -content seal.json -out /dev/null
        openssl pkcs7 -inform DER -in root.p7s -print_certs | openssl x509 -noout -subject -fingerprint -sha256
        ```
        The signature shows that the holder of this key sealed the packet. Who that is, you know only if he gave you the fingerprint himself, or an authority
        that you trust issued the certificate.

        ## 5. When it existed at the latest (where there is a `root.tsr`)
        ```sh
        openssl ts -verify -data seal.json -in root.tsr -CAfile AUTHORITY.pem
        ```
        with the certificate of the time-stamping authority, which you get from the authority. `openssl ts -reply -in root.tsr -text` prints the time.
        `custody-after-seal.jsonl` lists the timestamps that were added, with their digests.

        ## Photos from which something is withheld (where there is a `redactions.jsonl`)
        Such a photo is a copy: `redacted` in its line of the manifest says what is missing (`gps`, `exif_serial`, `personal`: names and free text, `region`), `redactions.jsonl`
        lists each with its reason. Its file was written anew: makers' notes, XMP, thumbnails and whatever else may repeat such a field are not in it, either.
        The buyer holds the original; its digest is `original_sha256`, the same that `results.jsonl` has, so `sha256sum` of the original shows that it is the photo
        that was inspected. Where only metadata is withheld the picture was not encoded again: `pixels_sha256` and `original_pixels_sha256` are equal.

        ## What this does not show
        That the goods in the photos are the goods of the lot, that the photos show what was before the lens, or that capture time and device (from EXIF) are
        true: whoever holds a photo can write them. It shows that nothing was changed since the seal. `pixels_sha256` in the manifest is the SHA-256 of the decoded
        pixels (rows from the top as stored, red, green, blue, alpha, a byte each): a copy with other metadata shows the same, if decoded alike.

        """;
}
