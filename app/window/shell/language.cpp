#include "app/window/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace kinglet::window {

std::vector<Language::Choice> Language::choices() {
  return {{QStringLiteral("en"), QStringLiteral("English")},
          {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

void Language::apply(const QString& code) {
  const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
  current_ = QStringLiteral("en");
  for (const auto& choice : choices())
    if (locale.language() == QLocale(choice.code).language()) current_ = choice.code;
  QCoreApplication::removeTranslator(&kinglet_);
  QCoreApplication::removeTranslator(&qt_);
  // Figures follow the language of the text around them; with the system's choice, its regional form.
  QLocale::setDefault(code.isEmpty() && current_ == locale.name().left(2) ? locale : QLocale(current_));
  if (kinglet_.load(QStringLiteral(":/translations/kinglet_%1.qm").arg(current_)))
    QCoreApplication::installTranslator(&kinglet_);
  if (qt_.load(QStringLiteral("qtbase_") + current_, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&qt_);
}

}  // namespace kinglet::window
