// Speech Commands (Warden 2018): a folder a word, SPEAKER_nohash_N.wav inside; validation_list.txt and
// testing_list.txt name clips as word/file, all others are for training. Folders that begin with an
// underscore (_background_noise_: minutes of noise, no word) are no classes.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "data/grouping/recording_names.h"
#include "data/layout/class_folders.h"
#include "data/layout/leftovers.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace {

struct List {
  const char *file, *fold;
};
constexpr List kLists[] = {{"validation_list.txt", "validation"}, {"testing_list.txt", "testing"}};

struct Listed {
  const List* list = nullptr;
  std::uint32_t line = 0;
};

class SpeechCommandsReader {
 public:
  SpeechCommandsReader(const Place& place, const OpenOptions& options)
      : place_(place), survey_(place.survey()), builder_("speech_commands", survey_.root(), options) {}

  Dataset read() {
    for (const List& list : kLists)
      if (place_.holds(list.file)) readList(list);
    for (const auto& [where, name] : missing_)
      builder_.problem(name, base::Message("listed for validation or testing, but not there"));
    if (found_ > 0)
      builder_.note(base::Message("%1 lines of the lists were found by another spelling (the first: %2).",
                                  found_, firstFound_));
    addClips();
    Used used;
    for (const Folder& folder : survey_.top().folders)
      if (folder.name.starts_with("_") && folder.hasSounds()) {
        noise_ += folder.soundsBelow;
        used.told.push_back(&folder);
      }
    if (noise_ > 0)
      builder_.note(base::Message(
          "Folders that begin with an underscore hold noise without a word and were left out (%1 sounds).",
          noise_));
    tellLeftovers(place_, used, builder_);
    return builder_.finish();
  }

 private:
  // A line a clip; with a separator that no path holds, a table reader is a reader of lines that bounds them.
  void readList(const List& list) {
    base::TableForm form = base::sniffTable(survey_.pathOf(list.file));
    form.separator = '\x1f';
    form.namesSeparator = false;
    if (form.encoding == base::Encoding::windows1252) form.encoding = base::Encoding::utf8;
    base::CsvReader lines(survey_.pathOf(list.file), form, 4096);
    while (const auto row = lines.next()) {
      const std::string text = base::trimmed(row->front());
      const Found found = place_.finder().find(text, "");
      // Words lie in folders: a line that names the file alone could be of any word.
      const bool isClip = found.is() && folderOf(tidyPath(text)) != "";
      const std::string name = isClip ? found.name : text;
      const auto [known, isNew] =
          listed_.emplace(name, Listed{&list, static_cast<std::uint32_t>(lines.line())});
      if (!isNew && known->second.list != &list)
        lines.fail(base::Message("%1 is listed for validation and for testing", base::shownText(name)));
      if (!isClip)
        missing_.emplace(base::shownText(name), base::shownText(text));
      else if (found.how != Found::How::asWritten && found_++ == 0)
        firstFound_ = base::shownText(text);
    }
  }

  void addClips() {
    const int unlisted = builder_.rule({Rule::Kind::unlisted, lists(), {}});
    std::map<const List*, int> rules;
    for (const List& list : kLists) rules[&list] = builder_.rule({Rule::Kind::list, list.file, {}});
    for (const Folder* folder : foldersWithSounds(survey_.top())) {
      const int label = builder_.rule({Rule::Kind::folder, folder->path, {}});
      for (const std::string& name : survey_.soundsBelow(*folder)) {
        Entry entry;
        entry.name = name;
        entry.path = survey_.pathOf(name);
        entry.labels = {base::shownText(folder->name)};
        entry.source = recordingOf(std::filesystem::path(name).stem().string());  // the speaker
        entry.fold = "training";
        entry.labelRule = label;
        entry.foldRule = unlisted;
        if (const auto listed = listed_.find(name); listed != listed_.end()) {
          entry.fold = listed->second.list->fold;
          entry.foldRule = rules.at(listed->second.list);
          entry.line = listed->second.line;
        }
        builder_.add(std::move(entry));
      }
    }
  }

  std::string lists() const {
    std::string names;
    for (const List& list : kLists)
      if (place_.holds(list.file)) names += (names.empty() ? "" : ", ") + std::string(list.file);
    return names;
  }

  const Place& place_;
  const Survey& survey_;
  DatasetBuilder builder_;
  std::unordered_map<std::string, Listed> listed_;  // by the clip's name
  std::map<std::string, std::string> missing_;      // told in a fixed order
  std::size_t found_ = 0;
  std::string firstFound_;
  int noise_ = 0;
};

}  // namespace

const Layout kSpeechCommands{"speech_commands",
                             [](const Place& place, const OpenOptions&) {
                               return std::any_of(std::begin(kLists), std::end(kLists),
                                                  [&](const List& list) { return place.holds(list.file); });
                             },
                             [](const Place& place, const OpenOptions& options) {
                               return SpeechCommandsReader(place, options).read();
                             }};

}  // namespace kinglet::data
