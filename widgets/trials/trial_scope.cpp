#include "widgets/trials/trial_scope.h"

#include <algorithm>

namespace kinglet::widgets {

QString Brush::words() const {
  if (text == nullptr) return name;
  const QString from = text(low), to = text(high);
  return from == to ? QStringLiteral("%1 %2").arg(name, from)
                    : QStringLiteral("%1 %2 – %3").arg(name, from, to);
}

const Brush* TrialScope::brushOf(const QString& axis) const {
  const auto found =
      std::find_if(brushes_.begin(), brushes_.end(), [&](const Brush& brush) { return brush.axis == axis; });
  return found == brushes_.end() ? nullptr : &*found;
}

bool TrialScope::contains(const study::Trial& trial, bool onFront, const BatteryUse& battery) const {
  for (const Brush& brush : brushes_) {
    const double value = brush.valueOf(trial);
    if (!(value >= brush.low && value <= brush.high)) return false;
  }
  return expression_.empty() || expression_.matches(trial, onFront, battery);
}

void TrialScope::setText(const QString& text) {
  if (text == text_) return;
  text_ = text;
  expression_ = FilterExpression::parse(text);
  Q_EMIT changed();
}

void TrialScope::setBrushes(const std::vector<Brush>& brushes) {
  const std::vector<Brush> before = brushes_;
  for (const Brush& brush : brushes) {
    std::erase_if(brushes_, [&](const Brush& other) { return other.axis == brush.axis; });
    if (brush.low <= brush.high) brushes_.push_back(brush);
  }
  if (brushes_ != before) Q_EMIT changed();
}

void TrialScope::clearBrush(const QString& axis) {
  if (std::erase_if(brushes_, [&](const Brush& brush) { return brush.axis == axis; }) > 0) Q_EMIT changed();
}

void TrialScope::clearBrushes() {
  if (brushes_.empty()) return;
  brushes_.clear();
  Q_EMIT changed();
}

Brush brushOf(Quantity quantity, double low, double high, std::function<BatteryUse()> battery) {
  return {keyOf(quantity),
          headerOf(quantity),
          low,
          high,
          [quantity, battery = std::move(battery)](const study::Trial& trial) {
            return valueOf(trial, quantity, battery());
          },
          [quantity](double value) { return figure(value, unitOf(quantity)); }};
}

}  // namespace kinglet::widgets
