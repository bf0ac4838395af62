namespace DefectVision.Evidence.Tests.Packets;

/// <summary>A time-stamping authority made with openssl: a root and a certificate that may stamp, in a folder of their own.</summary>
internal sealed class Authority : IDisposable
{
    private const string Settings = """
        [tsa]
        default_tsa = here
        [here]
        serial = ./serial
        crypto_device = builtin
        signer_cert = ./tsa.pem
        certs = ./root.pem
        signer_key = ./tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256, sha384, sha512
        accuracy = secs:1
        ess_cert_id_chain = no
        ess_cert_id_alg = sha256
        [stamping]
        basicConstraints = critical,CA:FALSE
        keyUsage = critical,digitalSignature
        extendedKeyUsage = critical,timeStamping
        [req]
        distinguished_name = name
        [name]

        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("authority");

    public Authority()
    {
        File.WriteAllText(At("tsa.cnf"), Settings);
        File.WriteAllText(At("serial"), "01\n");
        OpenSsl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "root.pem", "-days", "30", "-subj", "/CN=Test root");
        OpenSsl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Test stamps", "-config", "tsa.cnf");
        OpenSsl("x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-out", "tsa.pem", "-days", "30", "-extfile", "tsa.cnf", "-extensions", "stamping");
    }

    public string Root => At("root.pem");

    public byte[] Answer(byte[] request)
    {
        File.WriteAllBytes(At("request.tsq"), request);
        OpenSsl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-out", "response.tsr");
        return File.ReadAllBytes(At("response.tsr"));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private string At(string name) => Path.Combine(_root.FullName, name);

    private void OpenSsl(params string[] arguments) => Tool.Succeeds(_root.FullName, "openssl", arguments);
}
