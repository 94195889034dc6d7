// What stands where in a recording: worked out from its first lines and from what the person says, before
// the whole of it is read. The window shows it for correction.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "energy/trace/column_heads.h"
#include "energy/trace/stamp.h"
#include "energy/trace/table_shape.h"

namespace kinglet::energy {

// Of the formats, energyrunner is binary; the others are tables that differ in the units which they take for
// granted. monsoon: stamps that come in bursts are spaced by 5 kHz.
enum class TraceFormat { automatic, table, monsoon, ppk2, joulescope, otii, keysight, energyrunner };
std::string_view toText(TraceFormat format);                      // "auto", "table", "monsoon" …
std::optional<TraceFormat> traceFormatOf(std::string_view text);  // "time-power", the old name, is table
base::Message nameOf(TraceFormat format);  // for people: "Nordic Power Profiler Kit II"

// What a person says of a recording; what is left empty is worked out.
struct TraceOptions {
  TraceFormat format = TraceFormat::automatic;
  std::optional<double> rateHz;               // samples are spaced by it, whatever the stamps say
  std::optional<double> volts;                // of the supply, where the recording has no voltage
  std::string time, current, voltage, power;  // columns, by their heads or their numbers from 1
  std::string timeUnit, currentUnit, voltageUnit, powerUnit;
  std::string trigger;  // digital column that is 1 while the device works; "!D0": 0
};

struct TraceColumn {
  enum class UnitFrom { head, person, format, cells, stamps };
  std::size_t index = 0;
  std::string name, unit;
  double factor = 1;  // to s, mA, V or mW
  UnitFrom unitFrom = UnitFrom::head;
};

struct TraceTrigger {
  std::size_t index = 0;
  std::string name;
  std::size_t bit = 0;  // of a column that packs its channels, "D0-D7": the place of the character
  bool isLow = false;   // the device works while it is 0
};

// Something that only the person can say, and where: beside the field that it is about.
struct TraceProblem {
  enum class About {
    time,
    current,
    voltage,
    power,
    rate,
    timeUnit,
    currentUnit,
    voltageUnit,
    powerUnit,
    trigger
  };
  About about = About::time;
  base::Message words;  // names the option of the command line
};

struct TraceLayout {
  TraceFormat format = TraceFormat::table;
  TableShape shape;
  std::vector<std::string> columns;  // the heads, or numbers from 1 where there are none
  std::vector<std::string> digital;  // names that trigger may take
  std::optional<TraceColumn> time, current, voltage, power;  // power, or current and voltage or volts
  std::optional<TraceTrigger> trigger;
  StampKind stamps = StampKind::none;
  std::optional<double> volts;     // of the supply, as the person says
  std::optional<double> statedHz;  // by a line before the table
  std::vector<TraceProblem> problems;
};

// Of a table. Throws base::Error where the file is no such table, or an option names what is not there or
// would not be used.
TraceLayout layoutOf(const std::filesystem::path& path, const TraceOptions& options);

}  // namespace kinglet::energy
