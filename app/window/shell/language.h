// The language of the window: built-in translations, and Qt's own where they are installed.
#pragma once

#include <QString>
#include <QTranslator>
#include <vector>

namespace kinglet::window {

class Language {
 public:
  struct Choice {
    QString code, name;  // "de", "Deutsch": named in itself
  };
  static std::vector<Choice> choices();

  // "" follows the system. Widgets made afterwards speak it; those that exist get QEvent::LanguageChange.
  void apply(const QString& code);
  const QString& current() const { return current_; }

 private:
  QTranslator kinglet_, qt_;
  QString current_;
};

}  // namespace kinglet::window
