"""The same figures by SciPy, statsmodels and NumPy: reads cases as JSON from standard input, writes what they find. Started by statistics.oracle.ts."""
import json
import sys

import numpy as np
from scipy import stats
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW


def rake(case):
    people, rows, targets = np.array(case["people"], float), case["classes"], case["targets"]
    weights = np.ones(len(people))
    for _ in range(5000):
        for margin, target in enumerate(targets):
            target = np.array(target, float)
            own = np.array([row[margin] for row in rows])
            sums = np.array([np.sum((weights * people)[own == at]) for at in range(len(target))])
            weights *= (target / target.sum() * people.sum() / sums)[own]
    return list(weights)


def weighted(case):
    values, weights = np.array(case["values"], float), np.array(case["weights"], float)
    described = DescrStatsW(values, weights=weights)
    share, n = float(described.mean), len(values)
    residuals = weights * (values - share)
    # The linearised variance of a ratio: the sample variance of the residuals of its two totals.
    variance = n * float(np.var(residuals, ddof=1)) / weights.sum() ** 2
    return [share, variance, float(weights.sum() ** 2 / (weights ** 2).sum())]


cases = json.load(sys.stdin)
print(json.dumps({
    "wilson": [proportion_confint(hits, n, alpha=2 * stats.norm.sf(z), method="wilson") for hits, n, z in cases["wilson"]],
    "normal": [float(stats.norm.ppf(p)) for p in cases["normal"]],
    # The largest rank r with P(X < r) <= tail.
    "ranks": [int(np.searchsorted(stats.binom.cdf(np.arange(n + 1), n, 0.5), tail, side="right")) for n, tail in cases["ranks"]],
    "weighted": [weighted(case) for case in cases["weighted"]],
    "rake": [rake(case) for case in cases["rake"]],
    "binomialTails": [float(stats.binom.logsf(k - 1, n, p)) for k, n, p in cases["binomialTails"]],
    "negativeTails": [float(stats.nbinom.logsf(k - 1, size, size / (size + mean))) for k, mean, size in cases["negativeTails"]],
}))
