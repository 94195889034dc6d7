// The system's file dialog, without blocking; where it opens is remembered by purpose.
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace kinglet::window {

struct FileChoice {
  QString title, purpose, filter;  // purpose: key of AppSettings::folder()
  QString suffix;                  // of a file that is written; "csv"
  QString name;                    // proposed
};
void chooseFileToOpen(QWidget* parent, const FileChoice& choice, std::function<void(const QString&)> chosen);
void chooseFileToSave(QWidget* parent, const FileChoice& choice, std::function<void(const QString&)> chosen);

}  // namespace kinglet::window
