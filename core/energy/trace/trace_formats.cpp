#include "energy/trace/trace_formats.h"

#include <algorithm>
#include <iterator>

#include "base/error.h"
#include "base/text.h"

namespace kinglet::energy {
namespace {

struct Format {
  TraceFormat format;
  std::string_view text;
  const char *time, *current, *voltage, *power;  // units taken for granted
};
constexpr Format kFormats[]{
    {TraceFormat::automatic, "auto", nullptr, nullptr, nullptr, nullptr},
    {TraceFormat::table, "table", nullptr, nullptr, nullptr, nullptr},
    {TraceFormat::monsoon, "monsoon", "ms", "mA", "V", "mW"},
    {TraceFormat::ppk2, "ppk2", "ms", "uA", "V", nullptr},
    {TraceFormat::joulescope, "joulescope", "s", "A", "V", "W"},
    {TraceFormat::otii, "otii", "s", "A", "V", "W"},
    {TraceFormat::keysight, "keysight", "s", "A", "V", "W"},
    {TraceFormat::energyrunner, "energyrunner", nullptr, nullptr, nullptr, nullptr},
};

const Format& entryOf(TraceFormat format) {
  return *std::find_if(std::begin(kFormats), std::end(kFormats),
                       [&](const Format& f) { return f.format == format; });
}

}  // namespace

std::string_view toText(TraceFormat format) {
  return entryOf(format).text;
}

std::optional<TraceFormat> traceFormatOf(std::string_view text) {
  if (text == "time-power") return TraceFormat::table;
  for (const Format& format : kFormats)
    if (format.text == text) return format.format;
  return std::nullopt;
}

base::Message nameOf(TraceFormat format) {
  switch (format) {
    case TraceFormat::automatic:
      return base::Message("recognised by itself");
    case TraceFormat::table:
      return base::Message("table");
    case TraceFormat::monsoon:
      return base::Message("Monsoon");
    case TraceFormat::ppk2:
      return base::Message("Nordic Power Profiler Kit II");
    case TraceFormat::joulescope:
      return base::Message("Joulescope");
    case TraceFormat::otii:
      return base::Message("Qoitech Otii");
    case TraceFormat::keysight:
      return base::Message("Keysight data logger");
    case TraceFormat::energyrunner:
      return base::Message("EnergyRunner");
  }
  return {};
}

const char* unitOfFormat(TraceFormat format, Quantity quantity) {
  const Format& entry = entryOf(format);
  switch (quantity) {
    case Quantity::time:
      return entry.time;
    case Quantity::current:
      return entry.current;
    case Quantity::voltage:
      return entry.voltage;
    case Quantity::power:
      return entry.power;
    case Quantity::other:
      break;
  }
  return nullptr;
}

TraceFormat formatOfHeads(const TableShape& shape) {
  std::vector<std::string> heads;
  for (const std::string& head : shape.heads) heads.push_back(base::lowerCase(head));
  const auto begins = [&](std::string_view text) {
    return std::any_of(heads.begin(), heads.end(),
                       [&](const std::string& head) { return head.starts_with(text); });
  };
  if (begins("timestamp(ms)") && begins("current(ua)")) return TraceFormat::ppk2;
  const auto is = [&](std::size_t column, std::string_view plain, std::string_view withUnit) {
    return column < heads.size() && (heads[column] == plain || heads[column] == withUnit);
  };
  if (shape.headLine.starts_with("#time") && is(1, "current", "current (a)") &&
      is(2, "voltage", "voltage (v)"))
    return TraceFormat::joulescope;
  if (begins("main current (a)") || begins("main voltage (v)") || begins("main power (w)"))
    return TraceFormat::otii;
  if (begins("main(ma)") || begins("main avg") || begins("main (ma)") || begins("main current (ma)"))
    return TraceFormat::monsoon;
  if (begins("sample") &&
      (begins("curr avg") || begins("volt avg") || begins("power avg") || begins("curr min")))
    return TraceFormat::keysight;
  return TraceFormat::table;
}

void refuseForeign(const std::filesystem::path& path, std::string_view head) {
  const std::string ending = base::lowerCase(path.extension().string());
  const std::string start = base::lowerCase(head.substr(0, 16));
  const auto is = [&](std::initializer_list<std::string_view> endings) {
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
  };
  if (start.starts_with("jlsfmt") || start.find("tagfmt") != std::string::npos || ending == ".jls")
    throw base::Error(
        "%1 is a recording of Joulescope's own (.jls), which only its program reads; open it there and "
        "export the range as CSV, or record statistics to CSV",
        path);
  if (ending == ".ppk2" || ending == ".ppk")
    throw base::Error(
        "%1 is a session of the Power Profiler app, which only that reads; load it there, and export "
        "Timestamp and Current as CSV",
        path);
  if (is({".otii", ".otii3"}))
    throw base::Error(
        "%1 is a project of Otii, which only that reads; open it there and export the recording as CSV",
        path);
  if (is({".pt4", ".pt5", ".pt6"}))
    throw base::Error(
        "%1 is a recording of Monsoon's PowerTool, which only that reads; open it there and export it "
        "as CSV",
        path);
  if (ending == ".dlog" && head.find('\0') != std::string_view::npos)
    throw base::Error(
        "%1 is a log of a Keysight analyser in its own form; export it as CSV on the instrument, or "
        "with its 14585A program",
        path);
  if (is({".xlsx", ".xls", ".ods"}) && head.find('\0') != std::string_view::npos)
    throw base::Error("%1 is a spreadsheet; save the sheet as CSV", path);
  if (start.starts_with("pk\x03\x04") || start.starts_with("\x1f\x8b") || start.starts_with("7z\xbc\xaf"))
    throw base::Error("%1 is a packed file; unpack it, or export the recording as CSV in its meter's program",
                      path);
  if (start.starts_with("sqlite format"))
    throw base::Error("%1 is a database; export the recording as CSV in its meter's program", path);
}

}  // namespace kinglet::energy
