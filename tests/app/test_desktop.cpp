// A double click on a study: the desktop's database of types knows one, by its name and by what is in it.
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QMimeDatabase>
#include <filesystem>
#include <fstream>

#include "packaging_paths.h"
#include "study/settings.h"
#include "study/small_study.h"

namespace {

// In one folder of types, as an installation adds it to the system's.
TEST(Desktop, KnowsAStudyByNameAndByContent) {
  const kinglet::study::testing::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "data/mime/packages");
  std::filesystem::copy_file(KINGLET_MIME_FILE, folder / "data/mime/packages/kinglet.xml");
  qputenv("XDG_DATA_HOME", QByteArray::fromStdString(folder / "none"));
  qputenv("XDG_DATA_DIRS", QByteArray::fromStdString(folder / "data"));

  kinglet::study::Settings settings;
  kinglet::study::openStudy(folder / "study.kinglet", settings)->close();
  std::filesystem::copy_file(folder / "study.kinglet", folder / "renamed.bin");
  std::ofstream(folder / "empty.kinglet");
  std::ofstream(folder / "other.bin") << std::string("SQLite format 3\0", 16) << std::string(84, '\0');

  const auto typeOf = [&](const char* name) {
    return QMimeDatabase().mimeTypeForFile(QString::fromStdString(folder / name)).name().toStdString();
  };
  EXPECT_EQ(typeOf("study.kinglet"), KINGLET_MIME_TYPE);
  EXPECT_EQ(typeOf("renamed.bin"), KINGLET_MIME_TYPE);
  EXPECT_EQ(typeOf("empty.kinglet"), KINGLET_MIME_TYPE);
  EXPECT_NE(typeOf("other.bin"), KINGLET_MIME_TYPE);
}

}  // namespace
