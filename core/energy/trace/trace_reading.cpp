// What a recording was taken as, in words.
#include "base/format.h"
#include "energy/trace/power_trace.h"

namespace kinglet::energy {
namespace {

using base::Message;

Message columnText(const Message& role, const TraceColumn& column) {
  switch (column.unitFrom) {
    case TraceColumn::UnitFrom::head:
      return Message("%1 \"%2\" in %3", role, column.name, column.unit);
    case TraceColumn::UnitFrom::person:
      return Message("%1 \"%2\" in %3 (given)", role, column.name, column.unit);
    case TraceColumn::UnitFrom::format:
      return Message("%1 \"%2\" in %3 (as this meter writes it)", role, column.name, column.unit);
    case TraceColumn::UnitFrom::cells:
      return Message("%1 \"%2\" in %3 (by its cells)", role, column.name, column.unit);
    case TraceColumn::UnitFrom::stamps:
      break;
  }
  return column.unit.empty() ? Message("%1 \"%2\" as times of day", role, column.name)
                             : Message("%1 \"%2\" in %3 since 1970", role, column.name, column.unit);
}

Message rateText(RateFrom from, const std::string& hertz) {
  const auto rate = base::figure(hertz);
  switch (from) {
    case RateFrom::stamps:
      return Message("%1 Hz by the time stamps", rate);
    case RateFrom::nominal:
      return Message("%1 Hz, the meter's nominal rate", rate);
    case RateFrom::person:
      return Message("%1 Hz (given)", rate);
    case RateFrom::recording:
      break;
  }
  return Message("%1 Hz as the recording states", rate);
}

}  // namespace

Message PowerTrace::reading() const {
  Message text = nameOf(layout.format);
  const auto add = [&](const Message& more) { text = Message("%1, %2", text, more); };
  if (layout.time) add(columnText(Message("time"), *layout.time));
  if (layout.power) add(columnText(Message("power"), *layout.power));
  if (layout.current) add(columnText(Message("current"), *layout.current));
  if (layout.voltage) add(columnText(Message("voltage"), *layout.voltage));
  if (layout.volts && !layout.voltage && layout.current)
    add(Message("supply of %1 V (given)", base::figure(base::general(*layout.volts, 6))));
  add(rateText(rateFrom, base::general(rateHz, 6)));
  if (layout.trigger)
    add(layout.trigger->isLow ? Message("windows where %1 is 0", layout.trigger->name)
                              : Message("windows where %1 is 1", layout.trigger->name));
  if (layout.shape.decimalComma) add(Message("decimal commas"));
  return text;
}

}  // namespace kinglet::energy
