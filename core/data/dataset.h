// data/: labelled sounds: reading data sets, folds, the built-in sounds, and the store of computed features.
// Calls audio/ and base/; train/ and study/ call it. A newcomer reads this header first, then
// feature_store.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/message.h"
#include "data/open_options.h"

namespace kinglet::data {

struct Clip {
  std::string name;             // relative to the data set; unique
  std::filesystem::path path;   // empty for built-in sounds
  double startS = 0, endS = 0;  // part of the file; endS 0: all of it
  std::vector<int> labels;      // indices into Dataset::classes; several only when multiLabel
  int fold = 0;                 // 0 .. Dataset::folds - 1
  bool foldGiven = false;       // the data set itself names the fold; else it was assigned
  std::string source;           // recording it was cut from; one source is never in two folds
  double seconds = 0;
  std::uint64_t stamp = 0;  // of its file when the data set was opened, see stampOf(); 0: none was taken
  int labelRule = -1, foldRule = -1;  // indices into Dataset::rules; foldRule -1: assigned by recording
  std::uint32_t line = 0;             // of the table or list that the rules name; 0: there is none
};

// Where labels or folds of clips come from.
struct Rule {
  enum class Kind {
    column,     // of a table
    table,      // a table as a whole: eval.csv
    folder,     // the name of a folder
    list,       // a list of files: testing_list.txt
    unlisted,   // what no list names
    fileName,   // a part of the file's name
    recording,  // assigned, so that clips of one recording stay together
    builtin,
  };
  Kind kind = Kind::recording;
  std::string place;   // the table, list or folder, relative to the data set
  std::string column;  // of a table
  bool operator==(const Rule&) const = default;
};

const char* toText(Rule::Kind kind);  // "column", "table", ...

struct DataProblem {
  std::string where;   // a clip or a line
  base::Message what;  // why it was left out
};

constexpr std::size_t kProblemsKept = 1000;

struct Dataset {
  std::string name, layout;  // layout: esc50, folders, manifest, speech_commands, audioset, builtin
  std::filesystem::path root;
  std::vector<std::string> classes;
  std::vector<Clip> clips;
  int folds = 0;
  std::vector<std::string> foldNames;  // as the data set names them: "1" .. "5", "training", ...
  bool multiLabel = false;
  std::vector<DataProblem> problems;  // the first kProblemsKept; the last one says how many more there were
  std::size_t problemCount = 0;       // all of them
  std::vector<Rule> rules;            // how clips got labels and folds
  std::vector<base::Message> notes;   // what else a user should know of how it was understood
  base::Message grouping;             // how clips were grouped by recording
  std::uint64_t builtinSeed = 0;
  // Of a data set as a study uses it (data/fingerprint/changes.h): the fold of clips that came later, which
  // are trained on and never held out (-1: none), and whose Fingerprint::id() its folds are (0: they are its
  // own).
  int addedFold = -1;
  std::uint64_t boundTo = 0;

  std::vector<int> inFold(int fold) const;  // clip indices
  Rule labelRuleOf(const Clip& clip) const;
  Rule foldRuleOf(const Clip& clip) const;
};

// Reads what lies at a path (a folder in any known layout, or a manifest CSV), or "demo" for the built-in
// sounds. Clips that cannot be read are left out and listed in problems. Throws base::Error when nothing
// usable is there; the message says which layouts are understood.
Dataset openDataset(const std::string& pathOrDemo, const OpenOptions& options);
Dataset openDataset(const std::string& pathOrDemo, std::uint64_t demoSeed = 1);

// The samples of one clip, mono at rate. Built-in sounds are made on the spot. Throws base::Error.
std::vector<float> loadClip(const Dataset& dataset, int clip, int rate);

// Which clips a search may learn from and judge by, and which stay closed until the user opens them.
struct Split {
  std::vector<int> train, validation, test;  // clip indices
};

// testFold: closed during a search. validationFold: judged by; the rest is trained on. -1 as testFold: none
// is closed.
Split splitFolds(const Dataset& dataset, int testFold, int validationFold);

}  // namespace kinglet::data
