// compare/: candidates beside each other: figures, layers, classes, confusions. Calls text/, look/, plot/ and trials/.
//
// What these views share: words in the window's language, and one scale of colours for differences. Each colour has
// a sign or a shape beside it.
#pragma once

#include <QString>

#include "study/comparison/graph_diff.h"
#include "widgets/look/marks.h"
#include "widgets/look/theme.h"

namespace kinglet::widgets {

QString comparedName(const study::Compared& compared);  // "Candidate 12", "mobilenet_v1:0.25"
QString shortName(const study::Compared& compared);     // "12", "mobilenet_v1:0.25"
QString figureName(study::Figure figure);
QString amountName(study::Amount amount);
QString changeName(network::LayerChange change);
QString editsText(const std::vector<network::LayerEdit>& edits);  // "filters 16 → 24; stride 1×1 → 2×2"
QString summaryText(const study::GraphDiff& diff);                // "2 added, 1 edited"

QString valueText(study::Figure figure, double value);
QString valueText(study::Amount amount, double value);
// With a sign: "+12.3 µJ", "−14 kB", "0"; of costs the share too.
QString differenceText(study::Figure figure, double was, double is);
QString differenceText(study::Amount amount, double difference);

// The place of a difference on paper: -1 least .. 1 most; blue below, vermilion above (Okabe and Ito).
QColor differenceFill(const Theme& theme, double share);
QColor differenceInk(const Theme& theme, double share);  // of bars; 3:1 on paper
// Of the compared in their order: a colour and a shape each.
QColor comparedColour(const Theme& theme, int index);
MarkShape comparedShape(int index);

}  // namespace kinglet::widgets
