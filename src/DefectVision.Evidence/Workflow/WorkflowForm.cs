namespace DefectVision.Evidence.Workflow;

/// <summary>What other programs of a workflow read an inspection as.</summary>
public enum WorkflowForm
{
    /// <summary>Test results, as JUnit writes them: a suite per lot, a case per section and acceptance criterion.</summary>
    JUnit,

    /// <summary>Results of a static analysis (OASIS SARIF 2.1.0): one per photo of the defect log.</summary>
    Sarif,

    /// <summary>A page in GitHub's Markdown, added to the file: the summary of a job.</summary>
    Markdown,

    /// <summary>Lines name=value, added to the file: what later steps of a job ask for.</summary>
    Variables,
}
