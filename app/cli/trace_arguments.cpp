#include "app/cli/trace_arguments.h"

#include <CLI/CLI.hpp>

#include "base/text_encoding.h"

namespace kinglet::cli {
namespace {

using nlohmann::ordered_json;

const char* toText(energy::TraceColumn::UnitFrom from) {
  switch (from) {
    case energy::TraceColumn::UnitFrom::head:
      return "head";
    case energy::TraceColumn::UnitFrom::person:
      return "given";
    case energy::TraceColumn::UnitFrom::format:
      return "format";
    case energy::TraceColumn::UnitFrom::cells:
      return "cells";
    case energy::TraceColumn::UnitFrom::stamps:
      break;
  }
  return "stamps";
}

const char* toText(energy::RateFrom from) {
  switch (from) {
    case energy::RateFrom::stamps:
      return "stamps";
    case energy::RateFrom::nominal:
      return "nominal";
    case energy::RateFrom::person:
      return "given";
    case energy::RateFrom::recording:
      break;
  }
  return "recording";
}

}  // namespace

std::vector<CLI::Option*> TraceArguments::add(CLI::App& command) {
  std::vector<CLI::Option*> added;
  const auto keep = [&](CLI::Option* option) {
    added.push_back(option);
    return option;
  };
  keep(command.add_option(
           "--format", format,
           "auto, table, monsoon, ppk2, joulescope, otii, keysight or energyrunner: the units and "
           "the spacing that the meter takes for granted"))
      ->check(CLI::IsMember({"auto", "table", "time-power", "monsoon", "ppk2", "joulescope", "otii",
                             "keysight", "energyrunner"}))
      ->capture_default_str();
  keep(command.add_option("--voltage", voltage,
                          "Voltage of the supply in V, where the recording holds current alone"));
  keep(command.add_option("--rate", rate,
                          "Samples a second, Hz: for recordings without stamps, or whose stamps are wrong"));
  keep(command.add_option(
      "--column", columns,
      "ROLE=NAME: the column of time, current, voltage or power, by its head or its number"));
  keep(command.add_option("--time-column", timeColumn, "The same as --column time=NAME"));
  keep(command.add_option("--power-column", powerColumn, "The same as --column power=NAME"));
  keep(command.add_option("--time-unit", timeUnit, "s, ms, us, ns or min, whatever the column says"));
  keep(command.add_option("--current-unit", currentUnit, "A, mA, uA or nA, whatever the column says"));
  keep(command.add_option("--voltage-unit", voltageUnit, "V or mV, whatever the column says"));
  keep(command.add_option("--power-unit", powerUnit, "W, mW, uW or nW, whatever the column says"));
  keep(command.add_option(
      "--trigger", trigger,
      "Digital column that is 1 while the device works (D0); !D0 where it is 0: these are the "
      "windows"));
  return added;
}

energy::TraceOptions TraceArguments::options() const {
  energy::TraceOptions options;
  options.format = *energy::traceFormatOf(format);
  options.rateHz = rate;
  options.volts = voltage;
  options.timeUnit = timeUnit;
  options.currentUnit = currentUnit;
  options.voltageUnit = voltageUnit;
  options.powerUnit = powerUnit;
  options.trigger = trigger;
  const auto set = [](std::string& column, const std::string& name, const char* option) {
    if (!column.empty())
      throw CLI::ValidationError(option, "names a column that another option names already");
    column = name;
  };
  if (!timeColumn.empty()) options.time = timeColumn;
  if (!powerColumn.empty()) options.power = powerColumn;
  for (const std::string& text : columns) {
    const auto equals = text.find('=');
    const std::string role = text.substr(0, equals),
                      name = equals == std::string::npos ? "" : text.substr(equals + 1);
    if (name.empty())
      throw CLI::ValidationError("--column",
                                 "takes ROLE=NAME, for example current=\"CH1 (mA)\", not \"" + text + "\"");
    if (role == "time")
      set(options.time, name, "--column");
    else if (role == "current")
      set(options.current, name, "--column");
    else if (role == "voltage")
      set(options.voltage, name, "--column");
    else if (role == "power")
      set(options.power, name, "--column");
    else
      throw CLI::ValidationError("--column",
                                 "knows the roles time, current, voltage and power, not \"" + role + "\"");
  }
  return options;
}

ordered_json readingJson(const energy::PowerTrace& trace) {
  const energy::TraceLayout& layout = trace.layout;
  ordered_json json{{"format", energy::toText(layout.format)},
                    {"meter", energy::nameOf(layout.format).english()},
                    {"rate_from", toText(trace.rateFrom)},
                    {"columns", ordered_json::array()}};
  const auto column = [&](const char* role, const std::optional<energy::TraceColumn>& found) {
    if (!found) return;
    ordered_json one{{"role", role}, {"name", found->name}, {"column", found->index + 1}};
    if (!found->unit.empty()) one["unit"] = found->unit;
    one["unit_from"] = toText(found->unitFrom);
    json["columns"].push_back(one);
  };
  column("time", layout.time);
  column("current", layout.current);
  column("voltage", layout.voltage);
  column("power", layout.power);
  if (layout.volts && layout.current && !layout.voltage) json["voltage_v"] = *layout.volts;
  if (layout.format != energy::TraceFormat::energyrunner) {
    json["separator"] = std::string(1, layout.shape.separator);
    json["decimal_mark"] = layout.shape.decimalComma ? "," : ".";
    json["encoding"] = base::nameOf(layout.shape.encoding);
  }
  json["text"] = trace.reading().english();
  return json;
}

}  // namespace kinglet::cli
