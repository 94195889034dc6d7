#include "widgets/text/quantity.h"

#include <QCoreApplication>
#include <cmath>
#include <limits>

#include "energy/battery.h"
#include "study/trial.h"
#include "train/metrics.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::Quantity)
};

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::optional<energy::BatteryDay> dayOf(const BatteryUse& use, double meanPowerMw) {
  if (!(use.joules > 0) || !(meanPowerMw >= 0) || !std::isfinite(use.joules + meanPowerMw)) return {};
  return energy::batteryDay({"own", "", use.joules, ""}, meanPowerMw);
}

}  // namespace

double BatteryUse::percentPerDay(double meanPowerMw) const {
  const auto day = dayOf(*this, meanPowerMw);
  return day ? day->percent : kNotKnown;
}

double BatteryUse::hours(double meanPowerMw) const {
  const auto day = dayOf(*this, meanPowerMw);
  return day ? day->hours : kNotKnown;
}

const std::vector<Quantity>& allQuantities() {
  using enum Quantity;
  static const std::vector<Quantity> all{error,   accuracy,    balancedAccuracy, map,     energy, power,
                                         battery, batteryLife, latency,          macs,    params, flash,
                                         ram,     memory,      epochs,           seconds, trial};
  return all;
}

QString nameOf(Quantity quantity) {
  switch (quantity) {
    case Quantity::error:
      return Text::tr("Validation error");
    case Quantity::accuracy:
      return Text::tr("Validation accuracy");
    case Quantity::balancedAccuracy:
      return Text::tr("Balanced accuracy");
    case Quantity::map:
      return Text::tr("Mean average precision");
    case Quantity::energy:
      return Text::tr("Energy per inference");
    case Quantity::power:
      return Text::tr("Mean power while listening");
    case Quantity::battery:
      return Text::tr("Battery per day");
    case Quantity::batteryLife:
      return Text::tr("Battery life");
    case Quantity::latency:
      return Text::tr("Latency");
    case Quantity::macs:
      return Text::tr("Multiply-accumulates (MACs)");
    case Quantity::params:
      return Text::tr("Parameters");
    case Quantity::flash:
      return Text::tr("Flash");
    case Quantity::ram:
      return Text::tr("Peak RAM");
    case Quantity::memory:
      return Text::tr("Memory (flash and peak RAM)");
    case Quantity::epochs:
      return Text::tr("Epochs trained");
    case Quantity::seconds:
      return Text::tr("Training time");
    case Quantity::trial:
      return Text::tr("Trial");
  }
  return {};
}

QString headerOf(Quantity quantity) {
  switch (quantity) {
    case Quantity::error:
      return Text::tr("Error");
    case Quantity::accuracy:
      return Text::tr("Accuracy");
    case Quantity::balancedAccuracy:
      return Text::tr("Balanced");
    case Quantity::map:
      return Text::tr("mAP");
    case Quantity::energy:
      return Text::tr("Energy");
    case Quantity::power:
      return Text::tr("Mean power");
    case Quantity::battery:
      return Text::tr("Battery/day");
    case Quantity::batteryLife:
      return Text::tr("Life");
    case Quantity::macs:
      return Text::tr("MACs");
    case Quantity::memory:
      return Text::tr("Memory");
    case Quantity::epochs:
      return Text::tr("Epochs");
    case Quantity::seconds:
      return Text::tr("Time");
    default:
      return nameOf(quantity);
  }
}

QString keyOf(Quantity quantity) {
  switch (quantity) {
    case Quantity::error:
      return "error";
    case Quantity::accuracy:
      return "accuracy";
    case Quantity::balancedAccuracy:
      return "balanced";
    case Quantity::map:
      return "map";
    case Quantity::energy:
      return "energy";
    case Quantity::power:
      return "power";
    case Quantity::battery:
      return "battery";
    case Quantity::batteryLife:
      return "life";
    case Quantity::latency:
      return "latency";
    case Quantity::macs:
      return "macs";
    case Quantity::params:
      return "params";
    case Quantity::flash:
      return "flash";
    case Quantity::ram:
      return "ram";
    case Quantity::memory:
      return "memory";
    case Quantity::epochs:
      return "epochs";
    case Quantity::seconds:
      return "seconds";
    case Quantity::trial:
      return "trial";
  }
  return {};
}

std::optional<Quantity> quantityOf(const QString& key) {
  for (const Quantity quantity : allQuantities()) {
    if (keyOf(quantity) == key) return quantity;
  }
  return {};
}

Unit unitOf(Quantity quantity) {
  switch (quantity) {
    case Quantity::error:
    case Quantity::accuracy:
    case Quantity::balancedAccuracy:
    case Quantity::map:
    case Quantity::battery:
      return Unit::percent;
    case Quantity::energy:
      return Unit::joule;
    case Quantity::power:
      return Unit::watt;
    case Quantity::batteryLife:
      return Unit::hours;
    case Quantity::latency:
    case Quantity::seconds:
      return Unit::second;
    case Quantity::macs:
    case Quantity::params:
      return Unit::count;
    case Quantity::flash:
    case Quantity::ram:
    case Quantity::memory:
      return Unit::byte;
    case Quantity::epochs:
    case Quantity::trial:
      return Unit::integer;
  }
  return Unit::none;
}

double filterFactor(Quantity quantity) {
  switch (quantity) {
    case Quantity::energy:
    case Quantity::power:
    case Quantity::latency:
      return 1e-3;
    case Quantity::flash:
    case Quantity::ram:
    case Quantity::memory:
      return 1024;
    default:
      return 1;
  }
}

bool largerIsBetter(Quantity quantity) {
  switch (quantity) {
    case Quantity::accuracy:
    case Quantity::balancedAccuracy:
    case Quantity::map:
    case Quantity::batteryLife:
      return true;
    default:
      return false;
  }
}

bool logByDefault(Quantity quantity) {
  switch (quantity) {
    case Quantity::energy:
    case Quantity::power:
    case Quantity::battery:
    case Quantity::batteryLife:
    case Quantity::latency:
    case Quantity::macs:
    case Quantity::params:
    case Quantity::flash:
    case Quantity::ram:
    case Quantity::memory:
      return true;
    default:
      return false;
  }
}

double valueOf(const study::Trial& trial, Quantity quantity, const BatteryUse& battery) {
  const auto metric = [&trial](double train::Metrics::*member) {
    return trial.curve.empty() ? kUnknown : 100 * (trial.curve.back().validation.*member);
  };
  switch (quantity) {
    case Quantity::error:
      return 100 - metric(&train::Metrics::accuracy);
    case Quantity::accuracy:
      return metric(&train::Metrics::accuracy);
    case Quantity::balancedAccuracy:
      return metric(&train::Metrics::balancedAccuracy);
    case Quantity::map:
      return metric(&train::Metrics::map);
    case Quantity::energy:
      return trial.energy.millijoules * 1e-3;
    case Quantity::power:
      return trial.power.totalMw * 1e-3;
    case Quantity::battery:
      return battery.percentPerDay(trial.power.totalMw);
    case Quantity::batteryLife:
      return battery.hours(trial.power.totalMw);
    case Quantity::latency:
      return trial.energy.latencyMs * 1e-3;
    case Quantity::macs:
      return static_cast<double>(trial.cost.macs);
    case Quantity::params:
      return static_cast<double>(trial.cost.params);
    case Quantity::flash:
      return static_cast<double>(trial.cost.flashBytes);
    case Quantity::ram:
      return static_cast<double>(trial.cost.peakRamBytes);
    case Quantity::memory:
      return static_cast<double>(trial.cost.flashBytes + trial.cost.peakRamBytes);
    case Quantity::epochs:
      return static_cast<double>(trial.curve.size());
    case Quantity::seconds:
      return trial.seconds;
    case Quantity::trial:
      return trial.number;
  }
  return kUnknown;
}

}  // namespace kinglet::widgets
