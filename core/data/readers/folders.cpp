// A folder a class, sounds at any depth below it. Folders named as parts (train, validation, test) or folds
// above the classes, or below them, become the folds.
#include <map>
#include <set>

#include "base/text.h"
#include "data/layout/class_folders.h"
#include "data/layout/leftovers.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace {

class FolderReader {
 public:
  FolderReader(const Place& place, const OpenOptions& options)
      : place_(place),
        options_(options),
        survey_(place.survey()),
        plan_(planFolders(survey_, options.readAs)),
        builder_("folders", survey_.root(), options) {}

  Dataset read() {
    for (const ClassFolder& one : plan_.classes) add(one);
    for (const base::Message& note : plan_.notes) builder_.note(note);
    tellCompany(plan_.company, base::Message("beside those of the parts"));
    tellCompany(plan_.apart, base::Message("whose names begin with an underscore"));
    tellUnreadable();
    Used used;
    used.told = plan_.company;
    used.told.insert(used.told.end(), plan_.apart.begin(), plan_.apart.end());
    used.told.insert(used.told.end(), emptied_.begin(), emptied_.end());
    if (!options_.readAs.withoutTable) used.unused = chooseTables(place_, options_.readAs).unused;
    tellLeftovers(place_, used, builder_);
    return builder_.finish();
  }

 private:
  void add(const ClassFolder& one) {
    const auto sounds = survey_.soundsBelow(*one.folder);
    const int label = builder_.rule({Rule::Kind::folder, one.folder->path, {}});
    const int fold = one.foldFolder ? builder_.rule({Rule::Kind::folder, one.foldFolder->path, {}}) : -1;
    for (const std::string& name : sounds) {
      Entry entry;
      entry.name = name;
      entry.path = survey_.pathOf(name);
      entry.labels = {one.label};
      entry.fold = one.fold;
      entry.labelRule = label;
      entry.foldRule = fold;
      builder_.add(std::move(entry));
    }
  }

  void tellCompany(const std::vector<const Folder*>& folders, const base::Message& which) {
    if (folders.empty()) return;
    int sounds = 0;
    for (const Folder* folder : folders) sounds += folder->soundsBelow;
    builder_.note(base::Message("%1 sounds of folders %2 are not used (the first folder: %3).", sounds, which,
                                base::shownText(folders.front()->path)));
  }

  // Classes that lose all of their sounds, or many, because they cannot be read.
  void tellUnreadable() {
    std::map<std::string, std::size_t> readable, lost;
    for (const ClassFolder& one : plan_.classes)
      readable[one.label] += survey_.soundsBelow(*one.folder).size();
    const std::vector<std::string> files = unreadable(survey_);
    std::set<std::string> classes;
    for (const ClassFolder& one : plan_.classes) {
      const std::string prefix = one.folder->path + "/";
      for (const std::string& name : files) lost[one.label] += name.starts_with(prefix);
    }
    // Folders beside those of the classes that would be classes too.
    std::set<std::string> parents;
    for (const ClassFolder& one : plan_.classes) parents.insert(std::string(folderOf(one.folder->path)));
    for (const std::string& parent : parents) findEmptied(survey_.top(), parent, readable, lost);
    for (const auto& [label, count] : lost) {
      const std::size_t kept = readable[label];
      if (kept == 0 && count > 0)
        builder_.note(
            base::Message("The class %1 is missing: none of its %2 sounds can be read.", label, count));
      else if (4 * count >= count + kept && count > 0)
        builder_.note(
            base::Message("%1 of the %2 sounds of the class %3 cannot be read.", count, count + kept, label));
    }
  }

  void findEmptied(const Folder& folder, const std::string& parent,
                   const std::map<std::string, std::size_t>& readable,
                   std::map<std::string, std::size_t>& lost) {
    if (folder.path == parent)
      for (const Folder& inner : folder.folders)
        if (!inner.hasSounds() && inner.foreignBelow > 0 && !inner.name.starts_with("_")) {
          const std::string label = base::shownText(inner.name);
          if (!readable.contains(label)) emptied_.push_back(&inner);
          lost[label] += static_cast<std::size_t>(inner.foreignBelow);
        }
    for (const Folder& inner : folder.folders)
      if (parent.starts_with(inner.path)) findEmptied(inner, parent, readable, lost);
  }

  const Place& place_;
  const OpenOptions& options_;
  const Survey& survey_;
  const FolderPlan plan_;
  DatasetBuilder builder_;
  std::vector<const Folder*> emptied_;
};

}  // namespace

const Layout kFolders{
    "folders",
    [](const Place& place, const OpenOptions&) {
      return place.isFolder() && !foldersWithSounds(innerTop(place.survey())).empty();
    },
    [](const Place& place, const OpenOptions& options) { return FolderReader(place, options).read(); }};

}  // namespace kinglet::data
