// What can be told of a trial as one number: for axes, columns, colours, sizes and filters.
#pragma once

#include <QString>
#include <limits>
#include <optional>
#include <vector>

#include "study/trial.h"
#include "widgets/text/units.h"

namespace kinglet::widgets {

enum class Quantity {
  error,
  accuracy,
  balancedAccuracy,
  map,
  energy,
  power,
  battery,
  batteryLife,
  latency,
  macs,
  params,
  flash,
  ram,
  memory,
  epochs,
  seconds,
  trial
};

// The battery that a device listens on: turns its mean power into a share of the battery a day, as
// energy::batteryDay does.
struct BatteryUse {
  QString name;          // "phone"
  double joules = 51e3;  // in the battery
  // NaN where it makes no sense (no battery, a power that is not known).
  double percentPerDay(double meanPowerMw) const;
  double hours(double meanPowerMw) const;  // until empty; infinite when nothing is drawn
  static constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();
};

const std::vector<Quantity>& allQuantities();
QString nameOf(Quantity quantity);    // "Energy per inference"
QString headerOf(Quantity quantity);  // "Energy", for a column; never carries a unit
QString keyOf(Quantity quantity);     // "energy": for filters and saved layouts; never translated
std::optional<Quantity> quantityOf(const QString& key);
Unit unitOf(Quantity quantity);  // what valueOf() is in, and what it is shown in
// Filters are typed in these: energy in mJ, power in mW, memory in kB, latency in ms, everything else as valueOf().
double filterFactor(Quantity quantity);
bool largerIsBetter(Quantity quantity);
bool logByDefault(Quantity quantity);

// In the base unit (joule, watt, byte, second, percent); NaN where it is not known (yet).
double valueOf(const study::Trial& trial, Quantity quantity, const BatteryUse& battery);

}  // namespace kinglet::widgets
