"""What a power cut could leave of files, from the record of recorder.cpp. What was flushed is there. Of what was not, each
write may be there, be missing or be torn at a sector, in any order; of creations, renames and deletions, which a journal
keeps in their order, the first ones are there. A flush of any file writes the journal, as on ext4 and XFS."""
import os, random, struct

SECTOR = 512
HEAD = struct.Struct("<cQIII")

class Node:
    def __init__(self, content=b""):
        self.flushed, self.pending = bytearray(content), []

    def flush(self):
        for change in self.pending: apply(self.flushed, change)
        self.pending = []

def apply(content, change):
    if change[0] == "t":
        size = change[1]
        if size < len(content): del content[size:]
        else: content.extend(bytes(size - len(content)))
        return
    _, at, data = change
    if at > len(content): content.extend(bytes(at - len(content)))
    content[at:at + len(data)] = data

def records(path):
    """(operation, number, path, second path, data); the last one may be cut, as the program was killed."""
    with open(path, "rb") as file: text = file.read()
    at, found = 0, []
    while at + HEAD.size <= len(text):
        operation, number, a, b, c = HEAD.unpack_from(text, at)
        at += HEAD.size
        if at + a + b + c > len(text): break
        found.append((operation.decode(), number, text[at:at + a].decode(), text[at + a:at + a + b].decode(),
                      text[at + a + b:at + a + b + c]))
        at += a + b + c
    return found

def contents(folder):
    """Of the files themselves: another name of one is recorded by the file's own."""
    found = {}
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not os.path.islink(path) and not name.endswith("-shm"):
            with open(path, "rb") as file: found[path] = file.read()
    return found

def left(before, made, rng=None):
    """Files by path after a power cut behind the records `made`; `before` is contents() from before them. And what had
    been printed by then. Without rng: as if everything had been flushed."""
    flushed = {path: Node(content) for path, content in before.items()}  # as the journal has the folder
    live, journal, printed = dict(flushed), [], b""

    def happen(folder, change):
        kind, path, other = change
        if kind == "link": folder[path] = other
        elif kind == "unlink": folder.pop(path, None)
        elif path in folder: folder[other] = folder.pop(path)

    def change(*what):
        happen(live, what)
        journal.append(what)

    for operation, number, path, second, data in made:
        if operation == "o": printed += data
        elif operation == "c":
            if path not in live: change("link", path, Node())
        elif operation == "r": change("rename", path, second)
        elif operation == "u": change("unlink", path, None)
        elif operation == "f":
            if path in live: live[path].flush()
            for each in journal: happen(flushed, each)
            journal = []
        elif path in live:
            live[path].pending.append(("w", number, data) if operation == "w" else ("t", number))

    for each in journal[:rng.randint(0, len(journal)) if rng else None]: happen(flushed, each)
    way = rng.choice(["none", "all", "first", "some", "some"]) if rng else "all"
    result = {}
    for path, node in flushed.items():
        content, pending = bytearray(node.flushed), node.pending
        if way == "none": pending = []
        elif way == "first": pending = pending[:rng.randint(0, len(pending))]
        elif way == "some": pending = [torn(each, rng) for each in pending if rng.random() < 0.6]
        for each in pending: apply(content, each)
        result[path] = bytes(content)
    return result, printed

def torn(change, rng):
    if change[0] != "w" or rng.random() < 0.7 or len(change[2]) <= SECTOR: return change
    sectors = rng.randint(1, len(change[2]) // SECTOR)
    if rng.random() < 0.5: return ("w", change[1], change[2][:sectors * SECTOR])
    return ("w", change[1] + sectors * SECTOR, change[2][sectors * SECTOR:])
