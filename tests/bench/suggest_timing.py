"""A strategy of `kinglet optimise` on the search benchmark, with a long history handed to it: what `suggest` and
`search-scale` time. Needs ../shared."""
import json, os, subprocess, sys, tempfile

folder = os.path.join(os.environ["SHARED"], "search-benchmark")


class Program:
    def __init__(self, *command):
        self.p = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def say(self, what, answer=True):
        self.p.stdin.write(json.dumps(what) + "\n")
        return json.loads(self.p.stdout.readline()) if answer else None

    def seconds(self):  # of the processor, so far
        with open("/proc/%d/stat" % self.p.pid) as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self):  # at most, so far
        with open("/proc/%d/status" % self.p.pid) as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def end(self):
        self.p.stdin.close()
        self.p.wait()


class Benchmark:
    """The problem on one core; says that it is skipped, and ends with 0, where its files are not there."""

    def __init__(self, name):
        if not os.path.isdir(folder):
            print("%s: skipped, %s is not there" % (name, folder))
            sys.exit(0)
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        self.evaluator = os.path.join(tempfile.mkdtemp(prefix="kinglet-%s-" % name), "evaluator")
        subprocess.run(["c++", "-O2", "-std=c++17", os.path.join(folder, "evaluator.cpp"), "-o", self.evaluator],
                       check=True)
        self.truth = Program(self.evaluator)

    def optimiser(self, strategy):
        return Program(os.environ["KINGLET"], "optimise", "--space", os.path.join(folder, "space.json"), "--strategy",
                       strategy, "--seed", "1", "--cost-command", self.evaluator + " --cost")

    def history(self, count):
        """So many trials of an evolution: parameters and figures."""
        evolution, trials = self.optimiser("evolution"), []
        for _ in range(count):
            asked = evolution.say({"ask": 1})
            figures = self.truth.say(asked["parameters"])
            evolution.say({"tell": asked["trial"], "objectives": figures}, False)
            trials.append((asked["parameters"], figures))
        evolution.end()
        return trials

    def knowing(self, strategy, trials):
        """The strategy, that was told of these trials."""
        program = self.optimiser(strategy)
        for parameters, figures in trials:
            program.say({"add": parameters, "objectives": figures})
        return program
