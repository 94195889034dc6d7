// What a Pareto plot shows where; kept with the window's layout.
#pragma once

#include <optional>

#include "widgets/text/quantity.h"

namespace kinglet::widgets {

struct ParetoAxes {
  Quantity x = Quantity::energy, y = Quantity::error;
  bool logX = true, logY = false;
  // What colour and size tell. Colour: a quantity, or the strategy that proposed the trial; neither: front or
  // not.
  std::optional<Quantity> colour, size = Quantity::memory;
  bool colourByStrategy = false;
  bool operator==(const ParetoAxes&) const = default;

  QByteArray save() const;
  static ParetoAxes restore(const QByteArray& saved);  // the defaults where it is not understood
};

}  // namespace kinglet::widgets
