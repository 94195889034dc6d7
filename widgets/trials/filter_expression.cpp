#include "widgets/trials/filter_expression.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "study/trial.h"

namespace kinglet::widgets {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(kinglet::widgets::TrialFilter)
};

struct StateWord {
  const char* word;
  QString translated;
};

std::vector<StateWord> stateWords() {
  return {{"front", Text::tr("front")},       {"starred", Text::tr("starred")},
          {"running", Text::tr("running")},   {"finished", Text::tr("finished")},
          {"stopped", Text::tr("stopped")},   {"failed", Text::tr("failed")},
          {"baseline", Text::tr("baseline")}, {"interrupted", Text::tr("interrupted")}};
}

bool hasState(const study::Trial& trial, const QString& word, bool onFront) {
  if (word == "front") return onFront;
  if (word == "starred") return trial.starred;
  if (word == "baseline") return !trial.baseline.empty();
  if (word == "running") return trial.state == study::TrialState::running;
  if (word == "finished") return trial.state == study::TrialState::finished;
  if (word == "stopped") return trial.state == study::TrialState::stoppedEarly;
  if (word == "failed") return study::endedBadly(trial.state);
  return trial.state == study::TrialState::preempted;
}

char lowered(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// Of plain letters without a copy of the text: each letter that is typed asks for every layer of thousands of networks.
bool containsWord(std::string_view text, const QString& word, const std::string& plain) {
  if (plain.empty())
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
        .contains(word, Qt::CaseInsensitive);
  return std::search(text.begin(), text.end(), plain.begin(), plain.end(),
                     [](char a, char b) { return lowered(a) == b; }) != text.end();
}

bool hasWord(const study::Trial& trial, const QString& word, const std::string& plain) {
  const auto holds = [&](std::string_view text) { return containsWord(text, word, plain); };
  bool isNumber = false;
  const int number = word.toInt(&isNumber);
  if (isNumber && trial.baseline.empty()) return trial.number == number;
  if (holds(trial.baseline) || holds(trial.candidate.network.name()) || holds(trial.note)) return true;
  if (trial.baseline.empty() && holds(trial.origin.strategy)) return true;
  for (const network::Layer& layer : trial.candidate.network.layers()) {
    if (holds(layer.name) || holds(network::toText(layer.kind))) return true;
  }
  return false;
}

// 1e-6 for "µJ", 1024 for "kB"; nothing where the unit does not fit the quantity.
std::optional<double> factorOf(QString text, Quantity quantity) {
  if (text.isEmpty()) return filterFactor(quantity);
  const Unit unit = unitOf(quantity);
  const QString symbol = symbolOf(unit);
  if (!symbol.isEmpty() && text.endsWith(symbol, Qt::CaseInsensitive)) text.chop(symbol.size());
  if (text.isEmpty()) return 1;
  if (!takesPrefix(unit) || text.size() != 1) return {};
  const double step = unit == Unit::byte ? 1024 : 1000;
  switch (text[0].unicode()) {
    case 'n':
      return 1e-9;
    case 'u':
    case 0x00b5:
    case 0x03bc:
      return 1e-6;
    case 'm':
      return unit == Unit::count || unit == Unit::byte ? step * step : 1e-3;
    case 'k':
    case 'K':
      return step;
    case 'M':
      return step * step;
    case 'G':
      return step * step * step;
    default:
      return {};
  }
}

}  // namespace

bool FilterExpression::parseComparison(const QString& token, Term& term, QString& problem) {
  static const QRegularExpression form(QStringLiteral(
      "^([[:alpha:]_]+)(<=|>=|!=|==|=|<|>)([-+]?[0-9]*[.,]?[0-9]+(?:[eE][-+]?[0-9]+)?)([[:alpha:]µμ%]*)$"));
  static const QRegularExpression anyComparison(QStringLiteral("[<>=]"));
  const auto match = form.match(token);
  if (!match.hasMatch()) {
    if (token.contains(anyComparison)) {
      problem = Text::tr("“%1” is not understood. Write it like energy<0.5 or acc>80.").arg(token);
    }
    return false;
  }
  const QString key = match.captured(1).toLower();
  std::vector<Quantity> fitting;
  for (const Quantity quantity : allQuantities()) {
    if (keyOf(quantity) == key) {
      fitting = {quantity};
      break;
    }
    if (keyOf(quantity).startsWith(key)) fitting.push_back(quantity);
  }
  QStringList names;
  for (const Quantity quantity : fitting.empty() ? allQuantities() : fitting) names << keyOf(quantity);
  if (fitting.size() != 1) {
    problem = (fitting.empty() ? Text::tr("There is no “%1”. There are: %2.")
                               : Text::tr("“%1” could be any of: %2."))
                  .arg(key, names.join(", "));
    return false;
  }
  const auto factor = factorOf(match.captured(4), fitting[0]);
  if (!factor) {
    problem = Text::tr("“%1” is no unit of %2.").arg(match.captured(4), keyOf(fitting[0]));
    return false;
  }
  term.kind = Term::Kind::compare;
  term.quantity = fitting[0];
  term.comparison = match.captured(2);
  term.value = match.captured(3).replace(',', '.').toDouble() * *factor;
  return true;
}

FilterExpression FilterExpression::parse(const QString& text) {
  static const QRegularExpression aroundComparison(QStringLiteral("\\s*(<=|>=|!=|==|=|<|>)\\s*"));
  static const QRegularExpression beforeUnit(
      QStringLiteral("([<>=]\\s*[-+0-9.,eE]+) +([nuµμmkM]?[JBs]|%)(?=\\s|$)"));
  QString joined = text;
  joined.replace(aroundComparison, "\\1").replace(beforeUnit, "\\1\\2");
  FilterExpression expression;
  for (QString token : joined.split(' ', Qt::SkipEmptyParts)) {
    Term term;
    if (token.size() > 1 && token[0] == '-') {
      term.negated = true;
      token.remove(0, 1);
    }
    QString problem;
    if (!parseComparison(token, term, problem)) {
      if (!problem.isEmpty()) {
        expression.problem_ = problem;
        continue;
      }
      term.word = token;
      if (std::all_of(token.begin(), token.end(), [](QChar each) { return each.unicode() < 0x80; }))
        term.plain = token.toLower().toStdString();
      for (const StateWord& state : stateWords()) {
        if (token.compare(QLatin1String(state.word), Qt::CaseInsensitive) == 0 ||
            token.compare(state.translated, Qt::CaseInsensitive) == 0) {
          term.kind = Term::Kind::state;
          term.word = state.word;
        }
      }
    }
    expression.terms_.push_back(term);
  }
  return expression;
}

bool FilterExpression::matches(const study::Trial& trial, bool onFront, const BatteryUse& battery) const {
  for (const Term& term : terms_) {
    bool holds = false;
    if (term.kind == Term::Kind::state) {
      holds = hasState(trial, term.word, onFront);
    } else if (term.kind == Term::Kind::word) {
      holds = hasWord(trial, term.word, term.plain);
    } else {
      const double value = valueOf(trial, term.quantity, battery);
      // Figures are typed with few digits: equal means equal as shown.
      const bool same = std::abs(value - term.value) <= 0.005 * std::abs(term.value);
      if (term.comparison == "<") holds = value < term.value;
      if (term.comparison == "<=") holds = value <= term.value;
      if (term.comparison == ">") holds = value > term.value;
      if (term.comparison == ">=") holds = value >= term.value;
      if (term.comparison == "=" || term.comparison == "==") holds = same;
      if (term.comparison == "!=") holds = !same;
    }
    if (holds == term.negated) return false;
  }
  return true;
}

}  // namespace kinglet::widgets
