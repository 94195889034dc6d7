// text/: figures, units and names as people read them. Calls no other room; every room may call it.
//
// Figures as people read them: three significant digits, engineering prefixes, a unit, the locale's decimal
// sign.
#pragma once

#include <QString>

namespace kinglet::widgets {

// The unit that a figure is kept in. Joule, second, watt and hertz take SI prefixes (12.3 µJ), plain counts
// too (1.25 M); bytes go in steps of 1024, as data sheets of microcontrollers count them (63.5 kB); percent,
// hours and integers take none.
enum class Unit { none, integer, count, percent, joule, second, watt, hertz, byte, hours };

// "1.23", "0.0450", "123"; "–" for what is not known. Never an exponent within 1e-4 .. 1e6.
QString figure(double value, int digits = 3);
// "12.3 µJ"; number and unit are kept together by a no-break space.
QString figure(double value, Unit unit, int digits = 3);
// The prefix that figure() would choose for `value`, and its factor: 12.3e-6, joule -> {"µJ", 1e-6}.
struct Prefixed {
  QString symbol;
  double factor = 1;
};
Prefixed prefixFor(double value, Unit unit);
// Whether figures of this unit take prefixes, so that axis ticks must carry their unit themselves.
bool takesPrefix(Unit unit);
QString symbolOf(Unit unit);  // without prefix: "J", "%"; empty for none, integer and count
// "8 min", "1 h 20 min", "40 s".
QString duration(double seconds);

}  // namespace kinglet::widgets
