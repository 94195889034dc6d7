"""What the soak works on: tones, a small space, searches of it, and what is in their studies."""
import json, math, os, shutil, signal, sqlite3, struct, subprocess, sys, tempfile, time, wave

KINGLET = os.environ["KINGLET"]
SPACE = """{"name": "small", "parameters": [
  {"name": "n_mels", "kind": "ordinal", "values": [24]},
  {"name": "clip_s", "kind": "ordinal", "values": [0.6]},
  {"name": "stem_filters", "kind": "ordinal", "values": [8, 16, 24, 32]},
  {"name": "num_blocks", "kind": "ordinal", "values": [1, 2]},
  {"name": "b1_type", "kind": "categorical", "values": ["conv", "dwsep"]},
  {"name": "b1_width", "kind": "ordinal", "values": [8, 16, 24]},
  {"name": "b2_type", "kind": "categorical", "values": ["conv", "dwsep"], "active_if": [{"parameter": "num_blocks", "at_least": 2}]},
  {"name": "b2_width", "kind": "ordinal", "values": [8, 16, 24], "active_if": [{"parameter": "num_blocks", "at_least": 2}]}]}"""
PLANS = {"random": ["--strategy", "random", "--trials", "8", "--epochs", "8"],
         "hybrid": ["--trials", "8", "--epochs", "5", "--baseline", "ds_cnn"],
         "cross": ["--strategy", "evolution", "--trials", "4", "--epochs", "5", "--cross-validate"],
         "audit": ["--strategy", "nsga2", "--trials", "8", "--epochs", "8", "--stopping", "median", "--audit-share", "0.5"]}

class Lost(Exception):
    pass

class Bench:
    def __init__(self):
        self.root = tempfile.mkdtemp(prefix="kinglet-soak-")
        self.tones, self.cache = os.path.join(self.root, "tones"), os.path.join(self.root, "cache")
        self.studies = os.path.join(self.root, "studies")
        os.mkdir(self.studies)
        for clip in range(24):
            folder = os.path.join(self.tones, "high" if clip % 2 else "low")
            os.makedirs(folder, exist_ok=True)
            with wave.open(os.path.join(folder, f"{clip}.wav"), "wb") as out:
                out.setparams((1, 2, 16000, 0, "NONE", ""))
                step = (0.5 if clip % 2 else 0.1) * (1 + 0.02 * clip)
                out.writeframes(b"".join(struct.pack("<h", int(9830 * math.sin(i * step))) for i in range(16000)))
        self.space = os.path.join(self.root, "space.json")
        with open(self.space, "w") as out: out.write(SPACE)
        self.environment = dict(os.environ, XDG_CACHE_HOME=self.cache, XDG_DATA_HOME=os.path.join(self.root, "home"),
                                XDG_CONFIG_HOME=os.path.join(self.root, "config"), QT_QPA_PLATFORM="offscreen",
                                OMP_NUM_THREADS="1", LC_ALL="C.UTF-8")
        self.whole, self.seconds = {}, {}
        for plan in PLANS:
            study = os.path.join(self.studies, plan + "-whole.kinglet")
            begun = time.time()
            search = self.search(study, plan)
            if search.wait() != 0: sys.exit(f"soak: an undisturbed search failed: {search.errors()}")
            self.seconds[plan], self.whole[plan] = time.time() - begun, content(study)

    def search(self, study, plan, **more):
        return Search(self, study, plan, **more)

    def kinglet(self, *arguments, **more):
        return subprocess.run([KINGLET, *arguments], env=self.environment, capture_output=True, text=True, timeout=300, **more)

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

class Search:
    """One run of `kinglet search`; its output goes to files, so that nothing waits for us."""
    def __init__(self, bench, study, plan, environment=(), **more):
        self.out = tempfile.NamedTemporaryFile("w+b", dir=bench.root, prefix="out-", delete=False)
        self.err = tempfile.NamedTemporaryFile("w+b", dir=bench.root, prefix="err-", delete=False)
        self.process = subprocess.Popen(
            [KINGLET, "search", "--json", "--data", bench.tones, "--study", study, "--workers", "1", "--seed", "1",
             "--space", bench.space, *PLANS[plan]], env={**bench.environment, **dict(environment)}, stdout=self.out,
            stderr=self.err, stdin=subprocess.DEVNULL, **more)

    def runs(self): return self.process.poll() is None
    def send(self, what):
        if self.runs(): self.process.send_signal(what)

    def wait(self, seconds=300):
        """Its exit code; a program that hangs is a loss."""
        try: return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Lost(f"a search did not end within {seconds} s: {self.errors()}")

    def errors(self):
        with open(self.err.name, "rb") as file: return file.read().decode(errors="replace")[-2000:]

    def says_finished(self):
        with open(self.out.name, "rb") as file: lines = file.read().split(b"\n")
        return len(lines) > 1 and json.loads(lines[-2]).get("state") == "finished"

    def announced(self):
        with open(self.out.name, "rb") as file: return announced(file.read())

def announced(output):
    """Trials that a search told of, from its whole lines."""
    found = {}
    for line in output.split(b"\n")[:-1]:
        told = json.loads(line)
        if "trial" in told and "state" in told: found[told["trial"]] = told
    return found

def copied(study):
    """A copy with its log, for looking at: SQLite would change the files of a study that was cut off."""
    folder = tempfile.mkdtemp(prefix="kinglet-soak-look-")
    for ending in ("", "-wal", "-journal"):
        if os.path.exists(study + ending): shutil.copy(study + ending, os.path.join(folder, "x" + ending))
    return folder

def content(study):
    """All of it but times."""
    folder = copied(os.path.realpath(study))
    try:
        database = sqlite3.connect(os.path.join(folder, "x"))
        database.text_factory = bytes
        def rows(table, leave=()):
            columns = [row[1].decode() for row in database.execute(f"PRAGMA table_info({table})")]
            if not columns: return []
            wanted = ", ".join(column for column in columns if column not in leave)
            return sorted(database.execute(f"SELECT {wanted} FROM {table}").fetchall(), key=repr)
        found = {"trials": rows("trials", ("seconds", "ended_at")), "epochs": rows("epochs", ("seconds",)),
                 "weights": rows("weights"), "repeats": rows("repeats"), "checkpoints": rows("checkpoints"),
                 "study": [row for row in rows("study") if row[0] != b"seconds_spent"]}
        database.close()
        return found
    finally: shutil.rmtree(folder)

def held(study):
    """Trial -> state, epochs."""
    folder = copied(os.path.realpath(study))
    try:
        database = sqlite3.connect(os.path.join(folder, "x"))
        found = {number: (state, epochs) for number, state, epochs in database.execute(
            "SELECT number, state, (SELECT count(*) FROM epochs WHERE trial = number) FROM trials")}
        database.close()
        return found
    finally: shutil.rmtree(folder)

def require_sound(bench, study, told):
    """It opens, nothing is wrong with it, and every trial that was told of is there as it was told."""
    if not os.path.exists(study):
        if told: raise Lost(f"{study} is gone, with trials {sorted(told)}")
        return
    check = bench.kinglet("study", "check", study, "--json")
    try: problems = json.loads(check.stdout)["problems"]
    except (ValueError, KeyError): problems = [check.stderr or "no answer"]
    if check.returncode != 0 or problems: raise Lost(f"{study} is not sound: {problems}")
    there = held(study)
    for trial, line in told.items():
        if there.get(trial) != (line["state"], line["epochs"]):
            raise Lost(f"{study}: trial {trial} was told to be {line['state']} after {line['epochs']} epochs and is {there.get(trial)}")

def require_equal(bench, study, plan):
    if not os.path.exists(study): raise Lost(f"there is no {study}")
    now = content(study)
    for table, rows in bench.whole[plan].items():
        if now[table] != rows:
            other = next((pair for pair in zip(now[table], rows) if pair[0] != pair[1]), (len(now[table]), len(rows)))
            raise Lost(f"{study}: {table} is not that of an undisturbed search ({plan}): {other!r:.600}")
