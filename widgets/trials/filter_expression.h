// Which trials are looked at, as a person types it: words and comparisons.
#pragma once

#include <QString>
#include <vector>

#include "study/trial.h"
#include "widgets/text/quantity.h"

namespace kinglet::widgets {

// "energy<0.5 acc>80 front -stopped mobilenet": all terms must hold. A comparison is KEY OP NUMBER with keys
// of quantity.h (any clear beginning will do: acc, en, ram) in mJ, kB, ms, percent; a unit may follow the
// number (energy<500uJ). The words front, starred, running, finished, stopped, failed, baseline name states;
// other words must occur in the trial's number, name, strategy, note, or the kinds of its layers. A leading -
// negates.
class FilterExpression {
 public:
  static FilterExpression parse(const QString& text);
  bool matches(const study::Trial& trial, bool onFront, const BatteryUse& battery) const;
  bool empty() const { return terms_.empty(); }
  const QString& problem() const {
    return problem_;
  }  // what is not understood, in plain words; such a term is left out

 private:
  struct Term {
    enum class Kind { compare, state, word } kind = Kind::word;
    bool negated = false;
    Quantity quantity = Quantity::error;
    QString comparison;  // < <= > >= = !=
    double value = 0;
    QString word;
    std::string plain;  // in small letters, where it is ASCII
  };
  static bool parseComparison(const QString& token, Term& term, QString& problem);
  std::vector<Term> terms_;
  QString problem_;
};

}  // namespace kinglet::widgets
