#include "study/fold_parts.h"

#include <string>
#include <utility>

#include "base/error.h"
#include "data/folds/plan.h"

namespace kinglet::study {
namespace {

constexpr int kNone = -1;

FoldPart heldOutBeside(const data::Dataset& dataset, int fold, int testFold) {
  data::Split split = data::splitFolds(dataset, testFold, fold);
  data::Learnable judged = data::learnable(dataset, split.train, std::move(split.validation));
  return {fold, std::move(split.train), std::move(judged.clips), std::move(judged.unlearnt)};
}

}  // namespace

FoldPart heldOut(const data::Dataset& dataset, int fold) {
  if (fold < 0 || fold >= dataset.folds)
    throw base::Error("there is no fold %1; the data set's are 0 to %2", fold, dataset.folds - 1);
  if (fold == dataset.addedFold)
    throw base::Error(
        "the clips of fold %1 came later than the study: they are trained on and never held out", fold);
  FoldPart part = heldOutBeside(dataset, fold, kNone);
  if (part.held.empty() && !part.unlearnt.empty())
    throw base::Error("fold %1 holds only clips of classes that no other fold has (%2, for one)", fold,
                      part.unlearnt.front());
  if (part.held.empty()) throw base::Error("fold %1 holds no clip", fold);
  if (part.train.empty()) throw base::Error("no clip is left to train on beside fold %1", fold);
  return part;
}

std::vector<FoldPart> crossValidation(const data::Dataset& dataset) {
  std::vector<FoldPart> parts;
  for (int fold = 0; fold < dataset.folds; ++fold)
    if (fold != dataset.addedFold && !dataset.inFold(fold).empty()) parts.push_back(heldOut(dataset, fold));
  return parts;
}

std::vector<FoldPart> openCrossValidation(const data::Dataset& dataset, const data::Split& split) {
  const int testFold =
      split.test.empty() ? kNone : dataset.clips[static_cast<std::size_t>(split.test.front())].fold;
  std::vector<FoldPart> parts;
  for (int fold = 0; fold < dataset.folds; ++fold) {
    if (fold == testFold || fold == dataset.addedFold) continue;
    FoldPart part = heldOutBeside(dataset, fold, testFold);
    if (!part.train.empty() && !part.held.empty()) parts.push_back(std::move(part));
  }
  if (parts.size() < 2) throw base::Error("fewer than two folds are open: nothing to hold out in turn");
  return parts;
}

}  // namespace kinglet::study
