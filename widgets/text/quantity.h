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

// How the network is used on a battery: turns an energy per inference into a share of the battery a day, as
// energy::batteryDay does.
struct BatteryUse {
  QString name;                    // "phone"
  double joules = 51e3;            // in the battery
  double inferencesPerSecond = 1;  // one a second is 86,400 a day
  double sleepMilliwatts = 0;      // drawn between inferences
  // latencyMs: of an inference, during which the device does not sleep; NaN where not known.
  // NaN where the use makes no sense (no battery, no inferences).
  double percentPerDay(double inferenceMj, double latencyMs = kNotKnown) const;
  double hours(double inferenceMj,
               double latencyMs = kNotKnown) const;  // until empty; infinite when nothing is drawn
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
