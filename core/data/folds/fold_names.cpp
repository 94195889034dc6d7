#include "data/folds/fold_names.h"

#include <tuple>

#include "base/text.h"
#include "data/grouping/natural_order.h"

namespace kinglet::data {
namespace {

int rankOf(FoldKind kind) {
  switch (kind) {
    case FoldKind::other:
      return -1;
    case FoldKind::training:
      return 0;
    case FoldKind::validation:
      return 1;
    case FoldKind::test:
      return 2;
  }
  return -1;
}

}  // namespace

FoldKind foldKindOf(const std::string& text) {
  const std::string name = base::lowerCase(base::trimmed(text));
  if (name.starts_with("train") || name == "tr" || name == "trn" || name == "learn")
    return FoldKind::training;
  if (name.starts_with("val") || name.starts_with("dev") || name == "cv") return FoldKind::validation;
  if (name.starts_with("test") || name.starts_with("eval") || name == "tt" || name == "tst" ||
      name.starts_with("holdout"))
    return FoldKind::test;
  return FoldKind::other;
}

bool foldComesBefore(const std::string& a, const std::string& b) {
  const int first = rankOf(foldKindOf(a)), second = rankOf(foldKindOf(b));
  return first != second ? first < second : comesBeforeNaturally(a, b);
}

}  // namespace kinglet::data
