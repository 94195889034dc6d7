// How a data set differs from the one that a study was made with, and the data set as the study may use it:
// clips that the study knows stay in the folds that it has them in, whatever the data set says now; what is
// new is trained on and judges nothing.
#pragma once

#include <string>
#include <vector>

#include "data/fingerprint/fingerprint.h"

namespace kinglet::data {

// What a study does with the folds of its fingerprint.
struct FoldRoles {
  enum class Role { training, validation, test };
  int testFold = -1, validationFold = -1;  // -1: none
  bool everyFold = false;                  // cross-validation: every fold but the test's judges in turn

  Role of(int fold) const;
  // Whether candidates or chosen networks are judged by it: nothing may be trained on that belongs to its
  // clips.
  bool judges(int fold, const Fingerprint& known) const;
};

struct Changes {
  // `now` is an index into Present::print.clips, `known` one into the study's Fingerprint::clips.
  struct Pair {
    int now = -1, known = -1;
  };
  struct LeftOut {
    int now = -1, known = -1;  // known: the clip that it belongs to
    bool sameSound = false;    // equal to that clip's; else of the same recording
  };
  // Reasons not to use the data set at all.
  bool otherData = false;               // hardly a clip of the study is there
  std::vector<std::string> newClasses;  // that the study's networks have no output for
  int firstOfNewClass = -1;             // now
  bool severalLabels = false;           // a clip has several, and the study's networks tell one
  // Of clips that the study knows.
  std::vector<int> gone, back;  // known
  std::vector<Pair> renamed;    // known by what is in the file; a folder with another name does not count
  std::vector<Pair> relabelled;
  std::vector<Pair> moved;    // the data set says another fold; the study's is kept
  std::vector<Pair> resized;  // another length
  std::vector<Pair> altered;  // other content of the same length: resampled, converted, recorded anew
  // Test clips whose sound was trained on, or judged by, under another name: not tested with.
  std::vector<LeftOut> heard;
  // New ones.
  std::vector<int> added;  // now
  // new or altered; may not be trained on, because a clip that judges belongs to it
  std::vector<LeftOut> leftOut;

  std::vector<int> knownOf;  // of each clip that is there: the study's, or -1
  // of each clip that is there: the fold that the study uses it in, or -1: it does not
  std::vector<int> foldOf;

  bool any() const;  // anything that a person should hear of
  bool refused() const { return otherData || !newClasses.empty() || severalLabels; }
};

// May read files whole: those that look the same and stand in folds that must not meet.
Changes compare(const Fingerprint& known, const Present& present, const Dataset& dataset,
                const FoldRoles& roles);

// The data set as the study uses it; not for changes that are refused().
Dataset boundTo(const Fingerprint& known, const Present& present, Dataset dataset, const Changes& changes);

// What the study knows once it goes on with these sounds.
Fingerprint updated(const Fingerprint& known, const Present& present, const Changes& changes,
                    const FoldRoles& roles);

}  // namespace kinglet::data
