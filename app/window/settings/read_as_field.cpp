#include "app/window/settings/read_as_field.h"

#include <QRegularExpression>

namespace kinglet::window {
namespace {

const QString kOption = QStringLiteral("--read-as ");

}  // namespace

ReadAsField::ReadAsField(QWidget* parent) : QLineEdit(parent) {
  setPlaceholderText(tr("as understood"));
  setAccessibleName(tr("Read as"));
  setClearButtonEnabled(true);
  setToolTip(
      tr("Where sounds can be read in several ways:\n"
         "label=NAME, path=NAME, fold=NAME, source=NAME … – the column of the table\n"
         "fold=none, source=none … – leave one out that would be used\n"
         "classes=outer or classes=inner – of folders in folders, which are the classes\n"
         "table=none – folders count, whatever tables lie beside them"));
}

void ReadAsField::setReadAs(const data::ReadAs& how) {
  setText(QString::fromStdString(how.text()));
}

data::ReadAs ReadAsField::readAs() const {
  QString text = this->text().trimmed();
  if (text.startsWith(kOption)) text.remove(0, kOption.size());  // as a refusal writes it
  return data::ReadAs::parse(text.trimmed().toStdString());
}

QStringList ReadAsField::waysIn(const QString& refusal) {
  static const QRegularExpression way(
      kOption +
      QStringLiteral("([a-z]+=[^\\s,;()]+(?:,[a-z]+=[^\\s,;()]+)*)(?=[).,;:]|$| (?:or|and|oder|und) )"));
  QStringList ways;
  for (auto matches = way.globalMatch(refusal); matches.hasNext();) {
    QString found = matches.next().captured(1);
    while (found.endsWith('.') || found.endsWith(':')) found.chop(1);
    if (!found.contains(QStringLiteral("NAME")) && !ways.contains(found)) ways.append(found);
  }
  return ways;
}

}  // namespace kinglet::window
