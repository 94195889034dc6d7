// parallel/: parallel coordinates: what candidates are made of beside what they reach. Calls text/, look/, plot/ and
// trials/.
//
// One axis of it: a quantity, or a parameter of the space with its choices.
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

#include "study/trial.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

struct ParallelAxis {
  QString key;  // as a Brush names it; stable
  QString name, tip;
  Unit unit = Unit::none;
  bool logarithmic = false;
  // Of a parameter: its choices from below; a value is then the place of one. Empty: figures.
  QStringList choices;
  std::function<double(const study::Trial&)> valueOf;  // NaN: not there, the line runs through the lane below
};

// From values to places along an axis, 0 (below) to 1 (above); kAbsent for what is not there.
class ParallelScale {
 public:
  static constexpr float kAbsent = -1;

  // Over the finite values given; of choices over all of them.
  ParallelScale(const ParallelAxis& axis, const std::vector<double>& values);
  float shareOf(double value) const;
  double valueAt(double share) const;  // the inverse, within the axis
  // Text and share of what stands beside the axis: its ends, or its choices where they are few enough for `room` texts.
  struct Tick {
    QString text;
    float share = 0;
  };
  std::vector<Tick> ticks(int room) const;
  QString textOf(double value) const;
  bool anyAbsent() const { return anyAbsent_; }

 private:
  QStringList choices_;
  Unit unit_;
  bool logarithmic_, anyAbsent_ = false;
  double low_ = 0, high_ = 1;
};

}  // namespace kinglet::widgets
