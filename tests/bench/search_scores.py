"""What the benchmarks search and search-hidden-costs share: seeds side by side, a table with the peers."""
import argparse, concurrent.futures, json, os, statistics, subprocess, sys, tempfile

BUDGETS = (50, 100, 200, 400)
# Medians over 8 seeds as shared/search-benchmark/README.md gives them: the best of 17 configurations that were tried.
PEERS = {
    "Optuna TPE": (0.553, 0.596, 0.652, 0.697),
    "pymoo SMS-EMOA, population 20": (0.461, 0.542, 0.623, 0.701),
    "pymoo NSGA-II, population 20": (0.440, 0.532, 0.619, 0.689),
    "SMAC ParEGO": (0.463, 0.518, 0.576, 0.624),
    "uNAS aging evolution": (0.446, 0.490, 0.547, 0.634),
    "random": (0.453, 0.496, 0.539, 0.575),
}


def run(name, hide, need, need_text, strict):
    """need: a hypervolume a budget; strict: to be exceeded rather than reached. Ends the process."""
    arguments = argparse.ArgumentParser(description=name)
    arguments.add_argument("--seeds", type=int, default=8)
    arguments.add_argument("--first-seed", type=int, default=0)
    arguments.add_argument("--budget", type=int, default=400, choices=BUDGETS)
    arguments.add_argument("--strategy", default="hybrid")
    arguments.add_argument("--jobs", type=int, default=min(2, len(os.sched_getaffinity(0))))
    options = arguments.parse_args()
    folder = os.path.join(os.environ["SHARED"], "search-benchmark")
    if not os.path.isdir(folder):
        print("%s: skipped, %s is not there" % (name, folder))
        sys.exit(0)
    sys.path.insert(0, folder)
    import score
    evaluator = [os.path.join(tempfile.mkdtemp(prefix="kinglet-search-"), "evaluator")]
    subprocess.run(["c++", "-O2", "-std=c++17", os.path.join(folder, "evaluator.cpp"), "-o", evaluator[0]], check=True)
    full = json.load(open(os.path.join(folder, "reference.json")))["front_hypervolume"]
    protocol = argparse.Namespace(hide_costs=hide, budget=options.budget,
                                  command=[os.environ["KINGLET"], "optimise", "--strategy", options.strategy])
    budgets = [b for b in BUDGETS if b <= options.budget]

    def seed(number):
        points, slow, repeats = score.one_seed(protocol, evaluator, number)
        volumes = [score.hypervolume(points[:b]) / full for b in budgets]
        times = [statistics.median(slow[max(0, b - 50):b]) for b in budgets]
        print("  seed %2d  %s" % (number, "  ".join("%.3f" % v for v in volumes)), flush=True)
        return volumes, times, repeats

    seeds = range(options.first_seed, options.first_seed + options.seeds)
    print("%s, %d seeds, normalised hypervolume after %s evaluations" %
          (options.strategy, len(seeds), " / ".join(map(str, budgets))), flush=True)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(seed, seeds))
    row = lambda title, values: print("  %-30s %s" % (title, "  ".join("%.3f" % v for v in values)))
    ours = [statistics.median(r[0][i] for r in results) for i in range(len(budgets))]
    row("Kinglet, " + options.strategy, ours)
    row("  least", [min(r[0][i] for r in results) for i in range(len(budgets))])
    row("  most", [max(r[0][i] for r in results) for i in range(len(budgets))])
    for peer, figures in PEERS.items():
        row(peer, figures[:len(budgets)])
    print("  ms a suggestion (%d at once)    %s" %
          (options.jobs, "  ".join("%5.0f" % statistics.median(r[1][i] for r in results) for i in range(len(budgets)))))
    print("  repeated suggestions %d" % sum(r[2] for r in results))
    short = [b for b, mine, other in zip(budgets, ours, need) if mine < other or (strict and mine == other)]
    figures = lambda values: " / ".join("%.3f" % v for v in values)
    print("%s: %s (needed %s%s)%s" % (name, figures(ours), need_text, figures(need[:len(budgets)]),
                                      "; short at " + ", ".join(map(str, short)) if short else ""))
    sys.exit(1 if short or any(r[2] for r in results) else 0)
