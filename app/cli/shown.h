// Figures and tables as the terminal shows them.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "energy/energy_model.h"

namespace kinglet::cli {

std::string digits(double value, int significant = 3);  // "0.0123", "4.56", "789"; "-" for not-a-number
std::string energyText(double millijoules);             // with an engineering prefix: "12.3 µJ"
std::string countText(double count);                    // "2.31 M"
std::string durationText(double seconds);               // "4:05", "1:02:03"; "?" for not-a-number
std::string percentText(double share);                  // 0.8125 -> "81.2 %"; "-" for not-a-number
// "modelled: ST NUCLEO-U575ZI-Q, ...": provenance and source in one line.
std::string sourceText(const energy::EnergyEstimate& energy);

std::string joined(const std::vector<std::string>& words, const char* between = ", ");
std::vector<std::string> englishOf(const std::vector<base::Message>& messages);

// Columns aligned by their widest cell, right-aligned but for the first `leftColumns`; the first row is the
// head.
std::string tableText(const std::vector<std::vector<std::string>>& rows, int leftColumns = 0);

}  // namespace kinglet::cli
