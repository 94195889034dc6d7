// Which trials are looked at: what is typed as a filter and what is brushed, in one place. The table shows these
// alone, plots draw the others faintly.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "study/trial.h"
#include "widgets/trials/filter_expression.h"

namespace kinglet::widgets {

// A range that was drawn along an axis; trials outside it, and those that have no figure there, are left out.
struct Brush {
  QString axis;  // stable: "energy", "parameter:b2_width"
  QString name;  // for people
  double low = 0, high = 0;
  std::function<double(const study::Trial&)> valueOf;  // in the unit of low and high; NaN where there is none
  std::function<QString(double)> text;                 // of low and high, for people
  QString words() const;                               // "Energy 12.3 µJ – 45.6 µJ"
  bool operator==(const Brush& other) const {
    return axis == other.axis && low == other.low && high == other.high;
  }
};

// Owned by the TrialModel. Window thread only.
class TrialScope : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  const FilterExpression& expression() const { return expression_; }
  const QString& text() const { return text_; }
  const std::vector<Brush>& brushes() const { return brushes_; }
  const Brush* brushOf(const QString& axis) const;  // null when there is none
  bool everything() const { return expression_.empty() && brushes_.empty(); }
  bool contains(const study::Trial& trial, bool onFront, const BatteryUse& battery) const;

  // Of several axes at once: one change. A brush whose range is empty goes.
  void setBrushes(const std::vector<Brush>& brushes);

 public Q_SLOTS:
  void setText(const QString& text);
  void clearBrush(const QString& axis);
  void clearBrushes();

 Q_SIGNALS:
  void changed();

 private:
  QString text_;
  FilterExpression expression_;
  std::vector<Brush> brushes_;
};

// The brush of a quantity, in the unit of valueOf(); the battery is that of the moment it is asked.
Brush brushOf(Quantity quantity, double low, double high, std::function<BatteryUse()> battery);

}  // namespace kinglet::widgets
