#include "widgets/reason_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <vector>

namespace kinglet::widgets {
namespace {

constexpr const char* kContext = "kinglet::widgets::Reason";

struct Form {
  QRegularExpression engine;
  const char* words;  // %1, %2, ... are what the expression captured
};

const std::vector<Form>& forms() {
  static const auto form = [](const char* engine, const char* words) {
    QString pattern = QRegularExpression::escape(QLatin1String(engine));
    // "#" stands for a figure: 12.5 %, 7; "~" for a name of the engine's.
    pattern.replace(QStringLiteral("\\#"), QStringLiteral("([0-9.]+(?: %)?)"));
    pattern.replace(QStringLiteral("\\~"), QStringLiteral("([a-z0-9 -]+)"));
    return Form{QRegularExpression(QRegularExpression::anchoredPattern(pattern)), words};
  };
  static const std::vector<Form> all{
      form("final error predicted #, at best #: no gain on the front at its energy and memory",
           QT_TRANSLATE_NOOP(
               "kinglet::widgets::Reason",
               "final error predicted %1, at best %2: no gain on the front at its energy and memory")),
      form("final error predicted #, at best #: not below the best trial's #",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason",
                             "final error predicted %1, at best %2: not below the best trial's %3")),
      form("error # after # epochs is place # of #; the best # go on",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason",
                             "error %1 after %2 epochs is place %3 of %4; the best %5 go on")),
      form(
          "best error # is above the median # of # trials",
          QT_TRANSLATE_NOOP("kinglet::widgets::Reason", "best error %1 is above the median %2 of %3 trials")),
      form("no better than # error for # epochs",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason", "no better than %1 error for %2 epochs")),
      form("stopped by the user", QT_TRANSLATE_NOOP("kinglet::widgets::Reason", "stopped by the user")),
      form("training gave no accuracy",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason", "training gave no accuracy")),
      form("needs # times the energy of the largest network measured on this board",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason",
                             "needs %1 times the energy of the largest network measured on this board")),
      form("needs # times less energy than the smallest network measured on this board",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason",
                             "needs %1 times less energy than the smallest network measured on this board")),
      form("convolutions over time were not measured on this board; they are taken as other convolutions",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason",
                             "convolutions over time were not measured on this board; they are taken as "
                             "other convolutions")),
      form("no layer of this network multiplies",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason", "no layer of this network multiplies")),
      form("layers with # of the energy lie outside the measured range",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason",
                             "layers with %1 of the energy lie outside the measured range")),
      form("# layer is of a kind (~) that was not measured and counts as nothing",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason",
                             "%1 layer is of a kind (%2) that was not measured and counts as nothing")),
      form("# layers are of a kind (~) that was not measured and counts as nothing",
           QT_TRANSLATE_NOOP("kinglet::widgets::Reason",
                             "%1 layers are of a kind (%2) that was not measured and counts as nothing")),
      form("# layer is of a kind (~) that was not measured and taken as the nearest kind",
           QT_TRANSLATE_NOOP(
               "kinglet::widgets::Reason",
               "%1 layer is of a kind (%2) that was not measured and taken as the nearest kind")),
      form("# layers are of a kind (~) that was not measured and taken as the nearest kind",
           QT_TRANSLATE_NOOP(
               "kinglet::widgets::Reason",
               "%1 layers are of a kind (%2) that was not measured and taken as the nearest kind")),
  };
  return all;
}

}  // namespace

QString reasonText(const std::string& reason) {
  const QString text = QString::fromStdString(reason);
  for (const auto& form : forms()) {
    const auto match = form.engine.match(text);
    if (!match.hasMatch()) continue;
    QString words = QCoreApplication::translate(kContext, form.words);
    for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
      QString figure = match.captured(i);
      figure.replace(u'.', QLocale().decimalPoint()).replace(u' ', QChar(0x00a0));
      words = words.arg(figure);
    }
    return words;
  }
  return text;
}

}  // namespace kinglet::widgets
