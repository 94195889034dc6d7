#include "widgets/pareto/pareto_axes.h"

#include <QStringList>

namespace kinglet::widgets {

QByteArray ParetoAxes::save() const {
  const auto key = [](const std::optional<Quantity>& quantity) {
    return quantity ? keyOf(*quantity) : QString();
  };
  return QStringList{keyOf(x),
                     keyOf(y),
                     logX ? "log" : "linear",
                     logY ? "log" : "linear",
                     colourByStrategy ? "strategy" : key(colour),
                     key(size)}
      .join(' ')
      .toUtf8();
}

ParetoAxes ParetoAxes::restore(const QByteArray& saved) {
  const QStringList parts = QString::fromUtf8(saved).split(' ');
  ParetoAxes axes;
  if (parts.size() != 6) return axes;
  const auto x = quantityOf(parts[0]), y = quantityOf(parts[1]);
  if (!x || !y) return axes;
  axes.x = *x;
  axes.y = *y;
  axes.logX = parts[2] == "log";
  axes.logY = parts[3] == "log";
  axes.colourByStrategy = parts[4] == "strategy";
  axes.colour = quantityOf(parts[4]);
  axes.size = quantityOf(parts[5]);
  return axes;
}

}  // namespace kinglet::widgets
