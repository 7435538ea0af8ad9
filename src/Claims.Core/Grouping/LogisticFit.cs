using MathNet.Numerics.LinearAlgebra;

namespace Claims.Core.Grouping;

/// <summary>One case to fit a logistic model to.</summary>
/// <param name="Features">Values of the features.</param>
/// <param name="IsTrue">What is to be told.</param>
/// <param name="Weight">How much the case counts, above 0.</param>
public readonly record struct LogisticCase(double[] Features, bool IsTrue, double Weight);

/// <summary>
/// Fits a logistic model by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani, Friedman, The
/// Elements of Statistical Learning, 4.4.1) with a quadratic penalty on the weights of the standardised features. The same
/// cases in the same order give the same weights.
/// </summary>
public static class LogisticFit
{
    /// <summary>Penalty on squared standardised weights. The figure moves by less than .005 between 5 and 100.</summary>
    private const double Penalty = 20;

    private const int Rounds = 12;

    private const double LeastStep = 1e-4;

    /// <summary>Fits weights, given in the units of the features.</summary>
    /// <exception cref="ArgumentException">There is no case.</exception>
    public static LogisticModel Fit(IReadOnlyList<string> names, IReadOnlyList<LogisticCase> cases)
    {
        if (cases.Count == 0)
        {
            throw new ArgumentException("There is no case to learn from.", nameof(cases));
        }

        var size = names.Count;
        var (mean, deviation) = Standardize(size, cases);
        var weights = new double[size + 1];
        var row = new double[size + 1];
        row[size] = 1;
        for (var round = 0; round < Rounds; round++)
        {
            var curvature = Matrix<double>.Build.Dense(size + 1, size + 1);
            var gradient = Vector<double>.Build.Dense(size + 1);
            foreach (var (features, isTrue, weight) in cases)
            {
                var sum = weights[size];
                for (var i = 0; i < size; i++)
                {
                    row[i] = (features[i] - mean[i]) / deviation[i];
                    sum += weights[i] * row[i];
                }

                var probability = 1 / (1 + Math.Exp(-sum));
                var error = weight * ((isTrue ? 1 : 0) - probability);
                var spread = weight * Math.Max(1e-6, probability * (1 - probability));
                for (var i = 0; i <= size; i++)
                {
                    gradient[i] += error * row[i];
                    for (var j = 0; j <= i; j++)
                    {
                        curvature[i, j] += spread * row[i] * row[j];
                    }
                }
            }

            for (var i = 0; i <= size; i++)
            {
                curvature[i, i] += i < size ? Penalty : 1e-6;
                gradient[i] -= i < size ? Penalty * weights[i] : 0;
                for (var j = i + 1; j <= size; j++)
                {
                    curvature[i, j] = curvature[j, i];
                }
            }

            // A whole step can jump over the valley where probabilities are near 0 or 1; half of it, or half of that, does not.
            var step = curvature.Cholesky().Solve(gradient);
            var before = Loss(weights, mean, deviation, cases);
            var share = 1.0;
            var next = Step(weights, step, share);
            while (!(Loss(next, mean, deviation, cases) <= before) && share > LeastStep)
            {
                share /= 2;
                next = Step(weights, step, share);
            }

            weights = next;
        }

        var scaled = Enumerable.Range(0, size).Select(i => Math.Round(weights[i] / deviation[i], 4)).ToArray();
        return new(names, Math.Round(weights[size] - Enumerable.Range(0, size).Sum(i => weights[i] / deviation[i] * mean[i]), 4), scaled);
    }

    private static double[] Step(double[] weights, Vector<double> step, double share) => [.. weights.Select((weight, i) => weight + (share * step[i]))];

    /// <summary>Log loss with the penalty.</summary>
    private static double Loss(double[] weights, double[] mean, double[] deviation, IReadOnlyList<LogisticCase> cases)
    {
        var size = mean.Length;
        var loss = Penalty / 2 * weights.Take(size).Sum(w => w * w);
        foreach (var (features, isTrue, weight) in cases)
        {
            var sum = weights[size];
            for (var i = 0; i < size; i++)
            {
                sum += weights[i] * (features[i] - mean[i]) / deviation[i];
            }

            // log(1 + e^-m) without overflow.
            var margin = isTrue ? sum : -sum;
            loss += weight * (Math.Max(0, -margin) + Math.Log(1 + Math.Exp(-Math.Abs(margin))));
        }

        return loss;
    }

    private static (double[] Mean, double[] Deviation) Standardize(int size, IReadOnlyList<LogisticCase> cases)
    {
        var total = cases.Sum(c => c.Weight);
        var mean = new double[size];
        var deviation = new double[size];
        for (var i = 0; i < size; i++)
        {
            mean[i] = cases.Sum(c => c.Weight * c.Features[i]) / total;
            deviation[i] = Math.Sqrt(cases.Sum(c => c.Weight * Math.Pow(c.Features[i] - mean[i], 2)) / total) + 1e-6;
        }

        return (mean, deviation);
    }
}
