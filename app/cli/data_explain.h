// How each clip of a data set got its label and its fold, a line a clip.
#pragma once

#include <iosfwd>

#include "data/dataset.h"

namespace kinglet::cli {

// A table separated by tabs, whose first line names its columns: clip, label, label from, fold, fold from,
// recording. Notes and what was left out follow in lines that begin with "# ".
void explainText(const data::Dataset& dataset, std::ostream& out);

// JSON lines: {"clip": ..., "labels": [...], "label_rule": {"rule": "column", "place": TABLE, "column": NAME,
// "line": N}, "fold": ..., "fold_rule": {...}, ...}, then {"left_out": {"where": ..., "what": ...}} and
// {"note": ...}.
void explainJson(const data::Dataset& dataset, std::ostream& out);

}  // namespace kinglet::cli
