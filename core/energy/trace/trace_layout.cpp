#include "energy/trace/trace_layout.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/error.h"
#include "base/format.h"
#include "base/text.h"
#include "energy/trace/preamble_rate.h"
#include "energy/trace/sample_series.h"
#include "energy/trace/trace_formats.h"

namespace kinglet::energy {
namespace {

using base::Error;
using base::Message;
using About = TraceProblem::About;

struct Role {
  Quantity quantity;
  std::string_view option;  // of --column
  Message name;             // for people
  About about, aboutUnit;
  const char* units;  // examples
};
const Role& roleOf(Quantity quantity) {
  static const Role kTime{Quantity::time, "time",          Message("time"),
                          About::time,    About::timeUnit, "s, ms, us, ns"};
  static const Role kCurrent{Quantity::current, "current",          Message("current"),
                             About::current,    About::currentUnit, "A, mA, uA, nA"};
  static const Role kVoltage{Quantity::voltage, "voltage",          Message("voltage"),
                             About::voltage,    About::voltageUnit, "V, mV"};
  static const Role kPower{Quantity::power, "power",          Message("power"),
                           About::power,    About::powerUnit, "W, mW, uW, nW"};
  switch (quantity) {
    case Quantity::current:
      return kCurrent;
    case Quantity::voltage:
      return kVoltage;
    case Quantity::power:
      return kPower;
    case Quantity::time:
    case Quantity::other:
      break;
  }
  return kTime;
}

Message quotedList(const std::vector<std::string>& names) {
  Message list;
  for (std::size_t i = 0; i < names.size() && i < 12; ++i)
    list = i == 0 ? Message("\"%1\"", names[i]) : Message("%1, \"%2\"", list, names[i]);
  return names.size() > 12 ? Message("%1 …", list) : list;
}

class Resolver {
 public:
  Resolver(const std::filesystem::path& path, const TraceOptions& options) : path_(path), options_(options) {
    layout_.shape = sniffShape(path);
    const TableShape& shape = layout_.shape;
    for (std::size_t i = 0; i < std::max(shape.columns, shape.heads.size()); ++i) {
      if (i >= shape.columns && !shape.rows.empty()) break;
      const std::string head = i < shape.heads.size() ? shape.heads[i] : "";
      if (i >= shape.heads.size() && !shape.heads.empty())
        break;  // what a separator at the end of rows makes
      layout_.columns.push_back(head.empty() ? std::to_string(i + 1) : head);
      readings_.push_back(readHead(head, i < shape.units.size() ? shape.units[i] : ""));
    }
    if (!shape.heads.empty() && !shape.rows.empty() && shape.columns > shape.heads.size() &&
        std::any_of(shape.rows[0].begin() + static_cast<std::ptrdiff_t>(shape.heads.size()),
                    shape.rows[0].end(), [](const std::string& cell) { return !cell.empty(); }))
      throw Error(
          "%1, line %2: the row has %3 cells and the heads name %4; where commas are decimal marks, "
          "export with semicolons or tabs between the columns",
          path, shape.firstRow, shape.columns, shape.heads.size());
    layout_.format = options.format == TraceFormat::automatic ? formatOfHeads(shape) : options.format;
    layout_.volts = options.volts;
  }

  TraceLayout resolve() {
    findTime();
    findPower();
    findTrigger();
    refuseTwoRoles();
    return std::move(layout_);
  }

 private:
  const std::string& asked(Quantity quantity) const {
    switch (quantity) {
      case Quantity::current:
        return options_.current;
      case Quantity::voltage:
        return options_.voltage;
      case Quantity::power:
        return options_.power;
      case Quantity::time:
      case Quantity::other:
        break;
    }
    return options_.time;
  }
  const std::string& askedUnit(Quantity quantity) const {
    switch (quantity) {
      case Quantity::current:
        return options_.currentUnit;
      case Quantity::voltage:
        return options_.voltageUnit;
      case Quantity::power:
        return options_.powerUnit;
      case Quantity::time:
      case Quantity::other:
        break;
    }
    return options_.timeUnit;
  }
  void problem(About about, Message words) { layout_.problems.push_back({about, std::move(words)}); }
  std::string cell(std::size_t column) const {
    for (const auto& row : layout_.shape.rows)
      if (column < row.size() && !isMissing(row[column])) return row[column];
    return {};
  }

  // A column by its head, letters' case and blanks aside, or by its number.
  std::size_t byName(const std::string& name) const {
    const auto& columns = layout_.columns;
    const std::string plain = base::lowerCase(base::trimmed(name));
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (columns[i] == name) return i;
    std::vector<std::size_t> alike;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (base::lowerCase(columns[i]) == plain) alike.push_back(i);
    if (alike.size() == 1) return alike[0];
    const auto number = base::integer(name);
    if (number && *number >= 1 && static_cast<std::size_t>(*number) <= columns.size())
      return static_cast<std::size_t>(*number - 1);
    throw Error("%1: there is no column \"%2\"; the columns are: %3", path_, name, quotedList(columns));
  }

  // The unit: as the person says, as the head states it, as the cells do, as the format takes for granted.
  TraceColumn columnAt(std::size_t index, Quantity quantity) {
    TraceColumn column{index, layout_.columns[index], "", 0, TraceColumn::UnitFrom::head};
    const HeadReading& head = readings_[index];
    if (const std::string& unit = askedUnit(quantity); !unit.empty()) {
      const auto factor = factorOf(quantity, unit);
      if (!factor)
        throw Error("\"%1\" is not a unit of %2; known are %3", unit, roleOf(quantity).name,
                    roleOf(quantity).units);
      column.unit = unit;
      column.factor = *factor;
      column.unitFrom = TraceColumn::UnitFrom::person;
    } else if (head.factor > 0 && head.quantity == quantity) {
      column.unit = head.unit;
      column.factor = head.factor;
    } else if (const std::string text = cell(index); !text.empty()) {
      const auto end = text.find_last_of("0123456789");
      const auto factor = end == std::string::npos
                              ? std::nullopt
                              : factorOf(quantity, std::string_view(text).substr(end + 1));
      if (factor && stampKindOf(text, layout_.shape.decimalComma) != StampKind::clock) {
        column.unit = base::trimmed(std::string_view(text).substr(end + 1));
        column.factor = *factor;
        column.unitFrom = TraceColumn::UnitFrom::cells;
      }
    }
    if (column.factor == 0)
      if (const char* unit = unitOfFormat(layout_.format, quantity)) {
        column.unit = unit;
        column.factor = *factorOf(quantity, unit);
        column.unitFrom = TraceColumn::UnitFrom::format;
      }
    return column;
  }

  std::vector<std::size_t> candidates(Quantity quantity) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < readings_.size(); ++i)
      if (readings_[i].quantity == quantity && !readings_[i].isBeside && !isDigitalHead(layout_.columns[i]))
        found.push_back(i);
    return found;
  }

  // The column that the person names, or the only one there is; a problem where there are several.
  std::optional<TraceColumn> choose(Quantity quantity, std::vector<std::size_t> found) {
    if (!asked(quantity).empty()) return columnAt(byName(asked(quantity)), quantity);
    if (found.empty()) return std::nullopt;
    if (found.size() > 1) {
      const Role& role = roleOf(quantity);
      std::vector<std::string> names;
      for (const std::size_t i : found) names.push_back(layout_.columns[i]);
      problem(role.about, Message("%1 may each be the %2; choose with --column %3=\"%4\"", quotedList(names),
                                  role.name, role.option, names[0]));
    }
    return columnAt(found[0], quantity);
  }

  void requireUnit(const TraceColumn& column, Quantity quantity) {
    const Role& role = roleOf(quantity);
    if (column.factor == 0)
      problem(role.aboutUnit, Message("the unit of \"%1\" is not stated; give it with --%2-unit (%3)",
                                      column.name, role.option, role.units));
  }

  void findTime() {
    auto found = candidates(Quantity::time);
    // Of a day and a clock, the clock counts; a column that says its unit comes before one that does not.
    const auto narrow = [&](const auto& keeps) {
      std::vector<std::size_t> fewer;
      std::copy_if(found.begin(), found.end(), std::back_inserter(fewer), keeps);
      if (!fewer.empty()) found = fewer;
    };
    const auto kind = [&](std::size_t i) { return stampKindOf(cell(i), layout_.shape.decimalComma); };
    if (found.size() > 1) narrow([&](std::size_t i) { return kind(i) != StampKind::none; });
    if (found.size() > 1)
      narrow([&](std::size_t i) {
        return cell(i).find(':') != std::string::npos || kind(i) == StampKind::figure;
      });
    if (found.size() > 1)
      narrow([&](std::size_t i) { return readings_[i].factor > 0 && kind(i) == StampKind::figure; });
    layout_.time = choose(Quantity::time, found);
    if (!layout_.time) {
      layout_.statedHz = rateStatedIn(layout_.shape.preamble);
      if (!options_.timeUnit.empty())
        throw Error("--time-unit is of no use: no column of time was found; name it with --column time=NAME");
      if (!options_.rateHz && !layout_.statedHz)
        problem(About::rate,
                Message("no column of time was found among %1; name it with --column time=NAME, or give "
                        "the rate of the samples with --rate HZ",
                        quotedList(layout_.columns)));
      return;
    }
    TraceColumn& time = *layout_.time;
    const std::string first = cell(time.index);
    layout_.stamps = stampKindOf(first, layout_.shape.decimalComma);
    if (layout_.stamps == StampKind::none && time.unitFrom == TraceColumn::UnitFrom::cells)
      layout_.stamps = StampKind::figure;
    if (layout_.stamps == StampKind::none && !layout_.shape.rows.empty())
      problem(About::time,
              Message("\"%1\" in the column \"%2\" is no time; choose another with --column time=NAME", first,
                      time.name));
    if (layout_.stamps == StampKind::clock || layout_.stamps == StampKind::date) {
      if (!options_.timeUnit.empty())
        throw Error("--time-unit is of no use: the column \"%1\" holds times of day (\"%2\")", time.name,
                    first);
      time.unit.clear();
      time.factor = 1;
      time.unitFrom = TraceColumn::UnitFrom::stamps;
      return;
    }
    const auto figure = figureIn(first, layout_.shape.decimalComma);
    if (figure && time.unitFrom != TraceColumn::UnitFrom::person) {
      const auto unit = unitSince1970(*figure, time.factor > 0 ? std::optional(time.factor) : std::nullopt);
      if (unit) {
        time.unit = *unit == 1 ? "s" : *unit == 1e-3 ? "ms" : *unit == 1e-6 ? "us" : "ns";
        time.factor = *unit;
        time.unitFrom = TraceColumn::UnitFrom::stamps;
      }
    }
    requireUnit(time, Quantity::time);
  }

  void refuseUnit(Quantity quantity, const Message& reason) const {
    if (!askedUnit(quantity).empty())
      throw Error("--%1-unit is of no use: %2", roleOf(quantity).option, reason);
  }

  void findPower() {
    const bool byHand = !options_.current.empty() || !options_.voltage.empty();
    if (byHand && !options_.power.empty())
      throw Error("name a column of power, or those of current and voltage, not both");
    const auto powers = candidates(Quantity::power);
    const auto currents = candidates(Quantity::current), voltages = candidates(Quantity::voltage);
    bool takesPower = !options_.power.empty() || (!byHand && !powers.empty());
    // A power whose unit nobody states gives way to current and voltage whose units are stated.
    if (takesPower && options_.power.empty() && options_.powerUnit.empty() && powers.size() == 1 &&
        columnAt(powers[0], Quantity::power).factor == 0 && currents.size() == 1 &&
        (voltages.size() == 1 || options_.volts) && columnAt(currents[0], Quantity::current).factor > 0)
      takesPower = false;
    if (takesPower) {
      layout_.power = choose(Quantity::power, powers);
      const Message reason("the column of power, \"%1\", is taken; with --column current=NAME current is",
                           layout_.power->name);
      if (options_.volts) throw Error("--voltage is of no use: %1", reason);
      refuseUnit(Quantity::current, reason);
      refuseUnit(Quantity::voltage, reason);
      requireUnit(*layout_.power, Quantity::power);
      return;
    }
    refuseUnit(Quantity::power, Message("no column of power is taken; name it with --column power=NAME"));
    layout_.current = choose(Quantity::current, currents);
    if (!layout_.current) {
      problem(
          About::current,
          layout_.shape.heads.empty()
              ? Message("no row names the columns; say what they are by their numbers, for example --column "
                        "time=1 --column current=2 --time-unit s --current-unit mA")
              : Message(
                    "neither a column of power nor one of current was found among %1; name one with --column "
                    "power=NAME or --column current=NAME",
                    quotedList(layout_.columns)));
      return;
    }
    requireUnit(*layout_.current, Quantity::current);
    if (options_.volts) {
      if (!options_.voltage.empty())
        throw Error("give the supply's voltage (--voltage) or its column (--column voltage=NAME), not both");
      refuseUnit(Quantity::voltage, Message("--voltage is in V, and no column of voltage is taken"));
      return;
    }
    layout_.voltage = choose(Quantity::voltage, voltages);
    if (layout_.voltage)
      requireUnit(*layout_.voltage, Quantity::voltage);
    else
      problem(About::voltage,
              Message("the recording holds current (\"%1\") and no voltage; give that of the supply "
                      "with --voltage, for example --voltage 3.0",
                      layout_.current->name));
    if (!layout_.voltage) refuseUnit(Quantity::voltage, Message("no column of voltage was found"));
  }

  void findTrigger() {
    struct Channel {
      std::string name;
      std::size_t index, bit;
    };
    std::vector<Channel> channels;
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
      const std::string& name = layout_.columns[i];
      if (!isDigitalHead(name)) continue;
      const std::string text = cell(i);
      if (text.size() > 1 && text.find_first_not_of("01-xX") == std::string::npos)  // packed: D0 first
        for (std::size_t bit = 0; bit < text.size(); ++bit)
          channels.push_back({"D" + std::to_string(bit), i, bit});
      else
        channels.push_back({name, i, 0});
    }
    for (const Channel& channel : channels) layout_.digital.push_back(channel.name);
    if (options_.trigger.empty()) return;
    const bool low = options_.trigger[0] == '!';
    const std::string name = options_.trigger.substr(low ? 1 : 0);
    for (const Channel& channel : channels)
      if (base::lowerCase(channel.name) == base::lowerCase(name)) {
        layout_.trigger = TraceTrigger{channel.index, channel.name, channel.bit, low};
        return;
      }
    layout_.trigger = TraceTrigger{byName(name), name, 0, low};
  }

  void refuseTwoRoles() const {
    std::vector<std::size_t> used;
    for (const auto* column : {&layout_.time, &layout_.current, &layout_.voltage, &layout_.power})
      if (*column) used.push_back((*column)->index);
    if (layout_.trigger) used.push_back(layout_.trigger->index);
    std::sort(used.begin(), used.end());
    const auto twice = std::adjacent_find(used.begin(), used.end());
    if (twice != used.end())
      throw Error("the column \"%1\" has two roles; choose another for one of them with --column",
                  layout_.columns[*twice]);
  }

  const std::filesystem::path& path_;
  const TraceOptions& options_;
  TraceLayout layout_;
  std::vector<HeadReading> readings_;
};

}  // namespace

TraceLayout layoutOf(const std::filesystem::path& path, const TraceOptions& options) {
  if (options.rateHz && !(*options.rateHz > 0 && *options.rateHz <= kMostHertz))
    throw Error("the rate of the samples must lie above 0 and at most 100 MHz");
  if (options.volts && !(*options.volts > 0 && *options.volts <= 1000))
    throw Error("the supply's voltage must lie above 0 V and at most 1000 V");
  return Resolver(path, options).resolve();
}

}  // namespace kinglet::energy
