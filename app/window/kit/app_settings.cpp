#include "app/window/kit/app_settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

namespace kinglet::window {
namespace {

constexpr int kMostRecent = 8;
const char* const kThemes[] = {"system", "light", "dark"};

}  // namespace

ThemeChoice AppSettings::theme() const {
  const QString name = settings_.value(QStringLiteral("theme")).toString();
  if (name == QLatin1String("light")) return ThemeChoice::light;
  return name == QLatin1String("dark") ? ThemeChoice::dark : ThemeChoice::system;
}

void AppSettings::setTheme(ThemeChoice choice) {
  settings_.setValue(QStringLiteral("theme"), QLatin1String(kThemes[static_cast<int>(choice)]));
}

QString AppSettings::language() const {
  return settings_.value(QStringLiteral("language")).toString();
}

void AppSettings::setLanguage(const QString& code) {
  settings_.setValue(QStringLiteral("language"), code);
}

QStringList AppSettings::recentStudies() const {
  QStringList found;
  for (const auto& path : settings_.value(QStringLiteral("recent")).toStringList())
    if (QFileInfo::exists(path)) found << path;
  return found;
}

void AppSettings::addRecentStudy(const QString& path) {
  QStringList list = settings_.value(QStringLiteral("recent")).toStringList();
  const QString whole = QFileInfo(path).absoluteFilePath();
  list.removeAll(whole);
  list.prepend(whole);
  settings_.setValue(QStringLiteral("recent"), list.mid(0, kMostRecent));
}

QString AppSettings::folder(const QString& purpose) const {
  const QString kept = settings_.value(QStringLiteral("folders/") + purpose).toString();
  return QFileInfo(kept).isDir() ? kept : QDir::homePath();
}

void AppSettings::setFolder(const QString& purpose, const QString& path) {
  settings_.setValue(QStringLiteral("folders/") + purpose, path);
}

widgets::BatteryUse AppSettings::battery() const {
  widgets::BatteryUse use;
  use.name = settings_.value(QStringLiteral("battery/name"), QStringLiteral("phone")).toString();
  use.joules = settings_.value(QStringLiteral("battery/joules"), use.joules).toDouble();
  return use;
}

void AppSettings::setBattery(const widgets::BatteryUse& battery) {
  settings_.setValue(QStringLiteral("battery/name"), battery.name);
  settings_.setValue(QStringLiteral("battery/joules"), battery.joules);
}

study::Pace AppSettings::pace() const {
  study::Pace pace;
  pace.share =
      std::clamp(settings_.value(QStringLiteral("pace/share"), pace.share).toInt(), study::kLeastShare, 100);
  pace.pauseOnBattery = settings_.value(QStringLiteral("pace/pauseOnBattery"), false).toBool();
  return pace;
}

void AppSettings::setPace(const study::Pace& pace) {
  settings_.setValue(QStringLiteral("pace/share"), pace.share);
  settings_.setValue(QStringLiteral("pace/pauseOnBattery"), pace.pauseOnBattery);
}

QByteArray AppSettings::layout(const QString& key) const {
  return settings_.value(QStringLiteral("layout/") + key).toByteArray();
}

void AppSettings::setLayout(const QString& key, const QByteArray& value) {
  settings_.setValue(QStringLiteral("layout/") + key, value);
}

bool AppSettings::guideSeen() const {
  return settings_.value(QStringLiteral("guideSeen"), false).toBool();
}

void AppSettings::setGuideSeen() {
  settings_.setValue(QStringLiteral("guideSeen"), true);
}

QString AppSettings::crashTold() const {
  return settings_.value(QStringLiteral("crashTold")).toString();
}

void AppSettings::setCrashTold(const QString& name) {
  settings_.setValue(QStringLiteral("crashTold"), name);
}

QString studiesFolder() {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return QDir(documents.isEmpty() ? QDir::homePath() : documents).filePath(QStringLiteral("Kinglet"));
}

}  // namespace kinglet::window
