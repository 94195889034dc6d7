#include "energy/trace/column_heads.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "base/text.h"
#include "energy/stated_units.h"

namespace kinglet::energy {
namespace {

struct Word {
  std::string_view text;  // of up to three letters: the whole word; longer: how a word begins
  Quantity quantity;
};
constexpr Word kWords[]{{"time", Quantity::time},
                        {"stamp", Quantity::time},
                        {"date", Quantity::time},
                        {"elapsed", Quantity::time},
                        {"second", Quantity::time},
                        {"sec", Quantity::time},
                        {"millis", Quantity::time},
                        {"micros", Quantity::time},
                        {"epoch", Quantity::time},
                        {"uptime", Quantity::time},
                        {"clock", Quantity::time},
                        {"t", Quantity::time},
                        {"ts", Quantity::time},
                        {"zeit", Quantity::time},
                        {"uhrzeit", Quantity::time},
                        {"datum", Quantity::time},
                        {"temps", Quantity::time},
                        {"horodat", Quantity::time},
                        {"tiempo", Quantity::time},
                        {"tempo", Quantity::time},
                        {"fecha", Quantity::time},
                        {"current", Quantity::current},
                        {"curr", Quantity::current},
                        {"cur", Quantity::current},
                        {"amp", Quantity::current},
                        {"amps", Quantity::current},
                        {"ampere", Quantity::current},
                        {"milliamp", Quantity::current},
                        {"microamp", Quantity::current},
                        {"nanoamp", Quantity::current},
                        {"strom", Quantity::current},
                        {"courant", Quantity::current},
                        {"corriente", Quantity::current},
                        {"corrente", Quantity::current},
                        {"i", Quantity::current},
                        {"idd", Quantity::current},
                        {"icc", Quantity::current},
                        {"iin", Quantity::current},
                        {"iload", Quantity::current},
                        {"ibat", Quantity::current},
                        {"ibus", Quantity::current},
                        {"iout", Quantity::current},
                        {"volt", Quantity::voltage},
                        {"millivolt", Quantity::voltage},
                        {"spannung", Quantity::voltage},
                        {"tension", Quantity::voltage},
                        {"tensi\xC3\xB3n", Quantity::voltage},
                        {"voltaje", Quantity::voltage},
                        {"tensione", Quantity::voltage},
                        {"u", Quantity::voltage},
                        {"v", Quantity::voltage},
                        {"vbus", Quantity::voltage},
                        {"vbat", Quantity::voltage},
                        {"vdd", Quantity::voltage},
                        {"vcc", Quantity::voltage},
                        {"vin", Quantity::voltage},
                        {"vout", Quantity::voltage},
                        {"vload", Quantity::voltage},
                        {"vsys", Quantity::voltage},
                        {"vsup", Quantity::voltage},
                        {"power", Quantity::power},
                        {"pwr", Quantity::power},
                        {"watt", Quantity::power},
                        {"milliwatt", Quantity::power},
                        {"microwatt", Quantity::power},
                        {"leistung", Quantity::power},
                        {"puissance", Quantity::power},
                        {"potencia", Quantity::power},
                        {"potenza", Quantity::power},
                        {"p", Quantity::power},
                        {"energ", Quantity::other},
                        {"charge", Quantity::other},
                        {"ladung", Quantity::other},
                        {"joule", Quantity::other},
                        {"coulomb", Quantity::other},
                        {"capacity", Quantity::other},
                        {"temperat", Quantity::other},
                        {"humid", Quantity::other},
                        {"freq", Quantity::other},
                        {"count", Quantity::other}};

constexpr std::array<std::string_view, 30> kBeside{
    "min",    "max",   "minimum",  "maximum", "peak",      "pk",     "std",   "stdev", "stddev", "dev",
    "sigma",  "var",   "variance", "p2p",     "pp",        "pkpk",   "limit", "lim",   "set",    "setpoint",
    "target", "shunt", "drop",     "thresh",  "threshold", "offset", "ovp",   "ocp",   "range",  "ripple"};

bool letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
}

// Words of letters, also parted where small letters give way to a capital: "busVoltage_V" -> bus, voltage, v.
std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  char before = 0;
  for (const char c : text) {
    const bool starts = !letter(before) || (std::islower(static_cast<unsigned char>(before)) &&
                                            std::isupper(static_cast<unsigned char>(c)));
    if (letter(c)) {
      if (starts) words.emplace_back();
      words.back() += c;
    }
    before = c;
  }
  for (std::string& word : words) word = base::lowerCase(word);
  return words;
}

std::optional<Quantity> named(std::string_view word) {
  for (const Word& known : kWords)
    if (known.text.size() <= 3 ? word == known.text : word.starts_with(known.text)) return known.quantity;
  // "timestamp", "datetime" begin with their words; "looptime" and "loadcurrent" end with them.
  for (const Word& known : kWords)
    if (known.text.size() >= 4 && word.ends_with(known.text)) return known.quantity;
  return std::nullopt;
}

// Of the last word that names one: the "current time" is a time.
std::optional<Quantity> named(const std::vector<std::string>& words) {
  for (auto word = words.rbegin(); word != words.rend(); ++word)
    if (const auto quantity = named(*word)) return quantity;
  return std::nullopt;
}

// The unit in brackets, the last ones first, and the head without it: "Time (s)", "t [ms] (logger)".
std::optional<std::string> unitInBrackets(std::string_view& head, std::string& rest) {
  for (auto open = head.find_last_of("([{"); open != std::string_view::npos;
       open = open == 0 ? std::string_view::npos : head.find_last_of("([{", open - 1)) {
    const auto close = std::min(head.find_first_of(")]}", open), head.size());
    const std::string_view inside = head.substr(open + 1, close - open - 1);
    for (const std::string_view text : {inside, inside.substr(0, inside.find_first_of(" ,;"))}) {
      if (!quantityOf(text)) continue;
      rest = std::string(head.substr(0, open)) + " " +
             std::string(head.substr(std::min(close + 1, head.size())));
      return base::trimmed(text);
    }
  }
  return std::nullopt;
}

// "currentmA", "timems", "loadCurrentuA", "busVoltageV": a quantity's name and a unit of it in one word.
std::optional<std::pair<std::string, Quantity>> unitAtEnd(const std::string& word) {
  for (const std::size_t letters : {2u, 1u}) {
    if (word.size() <= letters + 2) continue;
    const bool isGreek = letters == 2 && static_cast<unsigned char>(word[word.size() - 2]) >= 0x80;
    const std::size_t begin = word.size() - (isGreek ? 3 : letters);
    const std::string end = word.substr(begin);
    // One letter alone counts as a capital behind a small one: "busVoltageV", not "area".
    if (letters == 1 && !(std::isupper(static_cast<unsigned char>(end[0])) &&
                          std::islower(static_cast<unsigned char>(word[begin - 1]))))
      continue;
    const auto own = quantityOf(end);
    if (own && plainUnit(end).size() == letters && named(wordsOf(word.substr(0, begin))) == own->first)
      return std::pair{end, own->first};
  }
  return std::nullopt;
}

}  // namespace

std::optional<double> factorOf(Quantity quantity, std::string_view unit) {
  switch (quantity) {
    case Quantity::time:
      return secondsIn(unit);
    case Quantity::current:
      return milliamperesIn(unit);
    case Quantity::voltage:
      return voltsIn(unit);
    case Quantity::power:
      return milliwattsIn(unit);
    case Quantity::other:
      break;
  }
  return std::nullopt;
}

std::optional<std::pair<Quantity, double>> quantityOf(std::string_view unit) {
  for (const Quantity quantity : {Quantity::time, Quantity::current, Quantity::voltage, Quantity::power})
    if (const auto factor = factorOf(quantity, unit)) return std::pair{quantity, *factor};
  return std::nullopt;
}

HeadReading readHead(std::string_view head, std::string_view unitBelow) {
  HeadReading reading;
  if (head.size() > kLongestHead || unitBelow.size() > kLongestHead) return reading;
  std::string rest(head);
  std::optional<std::string> unit;
  if (quantityOf(unitBelow)) unit = base::trimmed(unitBelow);
  if (!unit) unit = unitInBrackets(head, rest);
  const std::vector<std::string> words = wordsOf(rest);
  std::optional<Quantity> quantity = named(words);
  reading.isBeside = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return std::find(kBeside.begin(), kBeside.end(), word) != kBeside.end();
  });

  if (!unit) {
    // The last part, as it is spelled: behind '_', '/', '.', ',' or a blank.
    const std::string bare = base::trimmed(rest);
    const auto cut = bare.find_last_of("_/.,:- \t");
    const std::string last = cut == std::string::npos ? bare : bare.substr(cut + 1);
    const auto own = quantityOf(last);
    if (own && cut != std::string::npos) {
      const auto before = named(wordsOf(bare.substr(0, cut)));
      // "Phase A" is no current and "channel s" no time; "bus_V" and "load mW" are clear.
      const bool clear =
          plainUnit(last).size() > 1 || own->first == Quantity::voltage || own->first == Quantity::power;
      if (before ? *before == own->first : clear) unit = last, quantity = own->first;
    } else if (own) {
      unit = last, quantity = own->first;  // "mA", "V", "millis", "seconds"
    } else if (const auto joined = unitAtEnd(last)) {
      unit = joined->first, quantity = joined->second;
    }
  }
  if (unit) {
    const auto own = quantityOf(*unit);
    reading.quantity = own->first;
    reading.unit = *unit;
    reading.factor = own->second;
    if (reading.quantity == Quantity::time) reading.isBeside = false;  // "time_min" is in minutes
  } else if (quantity) {
    reading.quantity = *quantity;
  }
  return reading;
}

bool isDigitalHead(std::string_view head) {
  const std::string text = base::lowerCase(base::trimmed(head));
  if (text.size() >= 2 && text[0] == 'd' && std::isdigit(static_cast<unsigned char>(text[1]))) return true;
  for (const std::string_view word : {"bits", "gpio", "gpi", "dio", "digital", "trigger", "logic", "din"})
    if (text.starts_with(word)) return true;
  return false;
}

bool isCountHead(std::string_view head) {
  const std::string text = base::lowerCase(base::trimmed(head));
  for (const std::string_view word :
       {"sample", "samples", "index", "idx", "#", "no", "no.", "nr", "nr.", "n", "count", "row", ""})
    if (text == word) return true;
  return text.starts_with("sample n") || text.starts_with("sample_n") || text == "sample index";
}

}  // namespace kinglet::energy
