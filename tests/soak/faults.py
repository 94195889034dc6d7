"""What happens to a search or its files while it runs. Each fault takes the life of a study (soak) and says, by its answer,
whether the search may now end with exit code 1: a person would be told what to mend."""
import os, shutil, signal, sqlite3, subprocess, time

from bench import KINGLET, Lost

def kill(life): life.search.send(signal.SIGKILL)
def terminate(life): life.search.send(signal.SIGTERM)
def hang_up(life): life.search.send(signal.SIGHUP)
def interrupt(life): life.search.send(signal.SIGINT)

def interrupt_twice(life):
    interrupt(life)
    time.sleep(life.rng.uniform(0, 0.2))
    interrupt(life)

def suspend(life):
    life.search.send(signal.SIGSTOP)
    time.sleep(life.rng.uniform(0.1, 1))
    life.search.send(signal.SIGCONT)

def kill_suspended(life):
    life.search.send(signal.SIGSTOP)
    time.sleep(0.1)
    kill(life)

def hold(life):
    """Another program has the study locked, as a backup would."""
    if not os.path.exists(life.study): return
    try:
        holder = sqlite3.connect(life.study, timeout=5, isolation_level=None)
        holder.execute(life.rng.choice(["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "BEGIN"]))
        holder.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        time.sleep(life.rng.uniform(0.2, 2.5))
        holder.close()
    except sqlite3.OperationalError: pass

def look(life):
    """Other commands on the study that is searched."""
    if not os.path.exists(life.study): return
    copy = os.path.join(life.folder, f"copy{life.next_number()}.kinglet")
    for arguments in (["pareto", "--study", life.study, "--json"], ["study", "backup", life.study, "--out", copy],
                      ["report", "--study", life.study, "--out", copy + ".html"]):
        done = life.bench.kinglet(*arguments)
        # At its very beginning it is no study yet.
        if done.returncode not in (0, 1) : raise Lost(f"{arguments[:2]} ended with {done.returncode}: {done.stderr[-500:]}")
    if os.path.exists(copy) and (check := life.bench.kinglet("study", "check", copy)).returncode != 0:
        raise Lost(f"a backup while it was searched is not sound: {check.stdout}{check.stderr}")

def second_search(life):
    """By another of its names, too."""
    if not os.path.exists(life.study): return
    name = os.path.join(life.folder, f"other{life.next_number()}.kinglet")
    try: life.rng.choice([os.link, os.symlink])(life.study, name)
    except OSError: return
    other = life.bench.search(name, life.plan)
    code = other.wait()
    os.remove(name)
    for ending in ("-wal", "-shm", "-lock"):
        if os.path.lexists(name + ending): os.remove(name + ending)
    # Where the first one had just ended, the second one did its work.
    life.told.update(other.announced())
    if code not in (0, 1): raise Lost(f"a second search ended with {code}: {other.errors()}")

def window(life):
    """The window on the study that is searched."""
    if not os.path.exists(life.study): return
    opened = subprocess.Popen([KINGLET, life.study], env=life.bench.environment, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    time.sleep(life.rng.uniform(0.5, 4))
    if opened.poll() is not None: raise Lost(f"the window ended with {opened.returncode}: {opened.stderr.read()[-500:]}")
    opened.send_signal(life.rng.choice([signal.SIGTERM, signal.SIGKILL]))
    opened.communicate()

def sounds_away(life):
    away = life.bench.tones + "-away"
    shutil.rmtree(life.bench.cache, ignore_errors=True)
    os.rename(life.bench.tones, away)
    time.sleep(life.rng.uniform(0.05, 1))
    os.rename(away, life.bench.tones)
    return True

def cache_away(life): shutil.rmtree(life.bench.cache, ignore_errors=True)

def log_away(life):
    """Somebody tidies up beside a search that runs: the log is begun anew (sqlite_store.cpp)."""
    if life.search.runs() and os.path.exists(life.study + "-wal"):
        try: os.remove(life.study + "-wal")
        except FileNotFoundError: pass

def has_opened(life):
    files = f"/proc/{life.search.process.pid}/fd"
    try: return any(os.readlink(os.path.join(files, each)) == os.path.realpath(life.study) for each in os.listdir(files))
    except OSError: return False

def leave(life, how):
    """The file goes from under the search, which saves all that it held beside it and ends with 1."""
    for _ in range(100):
        if not life.search.runs() or has_opened(life): break
        time.sleep(0.01)
    if not life.search.runs() or not has_opened(life): return
    os.link(life.study, os.path.join(life.folder, "was-there"))
    if how == "moved": os.rename(life.study, os.path.join(life.folder, f"moved{life.next_number()}.kinglet"))
    elif how == "replaced":
        other = os.path.join(life.folder, "another")
        with open(other, "w") as out: out.write("another file")
        os.replace(other, life.study)
    else: os.remove(life.study)
    life.gone = how
    return True

def moved(life): return leave(life, "moved")
def deleted(life): return leave(life, "deleted")
def replaced(life): return leave(life, "replaced")

# By name: the fault, how often, whether the search ends by it.
FAULTS = {"kill -9": (kill, 6, True), "SIGTERM": (terminate, 2, True), "SIGHUP": (hang_up, 2, True),
          "SIGINT": (interrupt, 2, True), "SIGINT twice": (interrupt_twice, 1, True),
          "SIGSTOP and SIGCONT": (suspend, 2, False), "kill -9 while stopped": (kill_suspended, 1, True),
          "held by another program": (hold, 2, False), "read and backed up while searched": (look, 1, False),
          "a second search": (second_search, 1, False), "window attached": (window, 2, False),
          "sounds away and back": (sounds_away, 1, False), "cache away": (cache_away, 1, False),
          "log deleted": (log_away, 1, False), "study moved": (moved, 1, True), "study deleted": (deleted, 1, True),
          "study replaced": (replaced, 1, True)}
