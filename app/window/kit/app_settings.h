// What Kinglet remembers between sessions (QSettings); nothing that belongs to a study.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include "study/run/pace.h"
#include "widgets/text/quantity.h"

namespace kinglet::window {

enum class ThemeChoice { system, light, dark };

class AppSettings {
 public:
  ThemeChoice theme() const;
  void setTheme(ThemeChoice choice);
  QString language() const;  // "" is the system's, else "en", "de"
  void setLanguage(const QString& code);
  QStringList recentStudies() const;  // newest first, files that still exist
  void addRecentStudy(const QString& path);
  QString folder(const QString& purpose) const;  // where a file dialog opens: "sounds", "studies", "exports"
  void setFolder(const QString& purpose, const QString& path);
  widgets::BatteryUse battery() const;
  void setBattery(const widgets::BatteryUse& battery);
  study::Pace pace() const;  // of every search on this computer
  void setPace(const study::Pace& pace);
  QByteArray layout(const QString& key) const;
  void setLayout(const QString& key, const QByteArray& value);
  bool guideSeen() const;
  void setGuideSeen();
  QString crashTold() const;  // the report of the last crash that the window told of
  void setCrashTold(const QString& name);

 private:
  mutable QSettings settings_;
};

// Where studies go that were given no place: one folder of the user's documents.
QString studiesFolder();

}  // namespace kinglet::window
