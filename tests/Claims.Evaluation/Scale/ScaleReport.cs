namespace Claims.Evaluation.Scale;

/// <summary>What one more article costs at one size of the store.</summary>
/// <param name="Claims">Claims in the store.</param>
/// <param name="LoadSeconds">Seconds it took to fill the store so far, from nothing.</param>
/// <param name="Probes">Articles timed.</param>
/// <param name="ClaimsPerProbe">Claims of such an article, on average.</param>
/// <param name="MedianMilliseconds">Half of them were grouped, compared and stored within this.</param>
/// <param name="P95Milliseconds">Nineteen of twenty were.</param>
/// <param name="DatabaseMegabytes">Size of the database file.</param>
/// <param name="PeakMegabytes">Most memory that the process has held so far.</param>
public sealed record ScalePoint(
    int Claims, double LoadSeconds, int Probes, double ClaimsPerProbe, double MedianMilliseconds, double P95Milliseconds, double DatabaseMegabytes, double PeakMegabytes);

/// <summary>What a run of the scale benchmark measured.</summary>
/// <param name="Points">Sizes, smallest first.</param>
/// <param name="Exponent">Slope of the logarithm of the median cost over the logarithm of the size: 0 is a constant cost, 1 one that grows with the store; null for one size.</param>
/// <param name="CandidateRecall">Of the claims that a search through everything would compare with a sampled one, the share that the index gave.</param>
/// <param name="CandidatePairs">Pairs behind <paramref name="CandidateRecall"/>.</param>
/// <param name="PlantedFound">Share of planted contradictions of timed articles that were flagged.</param>
/// <param name="Planted">Pairs behind <paramref name="PlantedFound"/>.</param>
public sealed record ScaleReport(IReadOnlyList<ScalePoint> Points, double? Exponent, double CandidateRecall, int CandidatePairs, double PlantedFound, int Planted);
