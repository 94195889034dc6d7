// From what a reader found to a Dataset: sounds probed, labels numbered, folds settled, problems told.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "data/dataset.h"
#include "data/open_options.h"

namespace kinglet::data {

// One clip as a layout describes it, before anyone has looked at the sound.
struct Entry {
  std::string name;  // shown; unique after the builder
  std::filesystem::path path;
  double startS = 0, endS = 0;  // endS 0: to the end of the file
  // The file may already be the part alone, cut out by whoever fetched it: exactly, where it is as long as
  // the part and the part does not lie in it; roughly, where it is no longer than the part.
  enum class Cut { no, exactly, roughly } mayBeCut = Cut::no;
  std::vector<std::string> labels;  // class names
  std::string fold;                 // as the data set names it; empty: it does not say
  std::string source;               // the recording, where the data set says so; empty: file names are asked
  std::string group;                // what stands in the column that clips are to be grouped by (groupColumn)
  std::string where;                // for problems: "line 12", or empty for the name
  int labelRule = -1, foldRule = -1;  // as Clip's: DatasetBuilder::rule()
  std::uint32_t line = 0;
};

// What file names and tables put into a sentence may hold anything: made safe to show.
base::Message shown(const base::Message& sentence);

class DatasetBuilder {
 public:
  DatasetBuilder(std::string layout, std::filesystem::path root, const OpenOptions& options = {});

  void add(Entry entry);
  void problem(std::string where, base::Message what);
  void problem(std::string where, const std::string& what);
  void note(base::Message text);
  void note(const std::string& text);
  // The number of a rule for Entry::labelRule and foldRule.
  int rule(const Rule& rule);
  // Why little or nothing is left, for the error that finish() throws then.
  void excuse(base::Message why) { excuses_.push_back(std::move(why)); }
  const std::vector<Entry>& entries() const { return entries_; }
  // The order of the classes; those never used are left out. Without it, and after it, by name.
  void orderClasses(std::vector<std::string> names) { classOrder_ = std::move(names); }
  void setMultiLabel() { multiLabel_ = true; }
  // Entries without a fold are spread over this many folds that come before the named ones. Without this call
  // a clip without a fold is left out where others have one.
  void spreadTheRest(int folds) { restFolds_ = folds; }

  // Throws base::Error when nothing usable is left.
  Dataset finish();

 private:
  std::string whereOf(std::size_t entry) const;
  base::Message because() const;
  std::set<std::string> namedFolds() const;
  void probe();
  void nameUniquely();
  void numberLabels();
  // In dataset_folds.cpp.
  std::string fileOf(const Entry& entry) const;
  void groupClips();
  void settleFolds();
  void keepSourcesTogether();
  void doubtGuessesAcrossFolds();
  void cutMissingPart();
  void numberFolds();
  std::vector<std::string> spread(const std::vector<std::size_t>& clips);
  void leaveOut(const std::vector<bool>& gone);

  OpenOptions options_;
  Dataset dataset_;  // its clips stand beside entries_, index by index
  std::vector<Entry> entries_;
  std::vector<std::string> classOrder_;
  bool multiLabel_ = false;
  int restFolds_ = 0;
  std::string cutFrom_;    // the part of the data set that a missing one is cut from
  bool cutsTest_ = false;  // and that is the test, else the validation
  std::size_t problemsFound_ = 0, cutFound_ = 0;
  std::vector<base::Message> excuses_;
};

}  // namespace kinglet::data
