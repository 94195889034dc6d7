// Figures of a comparison and their differences, in English and without a locale: for the page and the terminal.
#pragma once

#include <string>

#include "study/comparison/graph_diff.h"

namespace kinglet::study {

std::string textOf(Figure figure, double value);  // "81.2 %", "12.3 µJ", "–"
std::string textOf(Amount amount, double value);
// With its sign, and of costs the share too: "−12.3 µJ (−14 %)", "+1.3 points", "0"; "–" where it is not known.
std::string differenceText(Figure figure, double was, double is);
std::string differenceText(Amount amount, double difference);
// "better", "worse", or nothing where both are alike or unknown.
std::string verdictOf(Figure figure, double was, double is);

}  // namespace kinglet::study
