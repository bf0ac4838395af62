namespace DefectVision.Inspection.Agreements;

/// <summary>A law that the parties, or their lawyers, say applies to the contract, so that its articles may be cited.</summary>
public enum ContractLaw
{
    /// <summary>United Nations Convention on Contracts for the International Sale of Goods, Vienna 1980.</summary>
    Cisg,
}
