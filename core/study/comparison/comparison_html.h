// A comparison on one page.
#pragma once

#include <string>
#include <vector>

#include "study/comparison/graph_diff.h"

namespace kinglet::study {

// A self-contained HTML document (no script, nothing loaded), readable in light and dark and without colours: figures
// with differences, learning curves over each other, accuracy of each class, what was taken for what, and for each but
// the first the layers beside the first's. All text of the study is escaped. Throws base::Error unless there are two to
// four.
std::string comparisonHtml(const std::vector<Compared>& compared, const std::vector<std::string>& classes);

// Parts of it. Private to comparison/.
std::string comparedCurves(const std::vector<Compared>& compared);  // empty where none was trained
std::string comparedClasses(const std::vector<Compared>& compared, const std::vector<std::string>& classes);
std::string graphDiffTable(const GraphDiff& diff);
std::string confusionTable(const Compared& first, const Compared& second,
                           const std::vector<std::string>& classes);
// style="..." of a cell by how far it is from nothing, -1 .. 1; of above 0 the one colour, else the other.
std::string shadeOf(double share);

}  // namespace kinglet::study
