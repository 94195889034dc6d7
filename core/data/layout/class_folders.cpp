#include "data/layout/class_folders.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/error.h"
#include "base/text.h"
#include "data/layout/split_names.h"

namespace kinglet::data {
namespace {

bool isApart(const Folder& folder) {
  return folder.name.starts_with("_");
}

std::string firstNames(const std::vector<const Folder*>& folders) {
  std::string text;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    if (i == 5) return text + ", …";
    text += (i == 0 ? "" : ", ") + base::shownText(folders[i]->name);
  }
  return text;
}

bool hasDigit(const std::string& name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Planning {
 public:
  Planning(const Survey& survey, const ReadAs& readAs)
      : survey_(survey), readAs_(readAs), top_(innerTop(survey)) {
    if (&top_ != &survey.top())
      plan_.notes.push_back(
          base::Message("The classes are the folders inside of %1, the only one that holds sounds.",
                        base::shownText(top_.path)));
    for (const Folder& folder : top_.folders)
      if (isApart(folder) && folder.hasSounds()) plan_.apart.push_back(&folder);
    inside_ = foldersWithSounds(top_);
  }

  FolderPlan plan() {
    if (readAs_.classes == ReadAs::Classes::automatic) {
      if (planParts() || planFolds() || planPartsBelow()) return std::move(plan_);
      refuseTwoLevels();
    }
    if (readAs_.classes == ReadAs::Classes::inner)
      for (const Folder* folder : inside_) planInner(*folder);
    else
      planOuter();
    return std::move(plan_);
  }

 private:
  void add(const Folder& folder, const std::string& label, const std::string& fold = {},
           const Folder* foldFolder = nullptr) {
    plan_.classes.push_back({&folder, base::shownText(label), base::shownText(fold), foldFolder});
  }

  // Folders below that hold sounds, and no sound beside them.
  static bool isOfFolders(const Folder& folder) {
    return folder.sounds == 0 && !foldersWithSounds(folder).empty();
  }

  // train/dog, test/dog
  bool planParts() {
    std::vector<const Folder*> parts, others;
    std::set<Part> different;
    for (const Folder* folder : inside_) {
      const auto part = partOf(folder->name);
      (part ? parts : others).push_back(folder);
      if (part) different.insert(*part);
    }
    const auto deep = [](const Folder* folder) { return !foldersWithSounds(*folder).empty(); };
    const bool anyDeep = std::any_of(parts.begin(), parts.end(), deep),
               allDeep = std::all_of(parts.begin(), parts.end(), deep);
    if (parts.empty()) return false;
    if (different.size() == 1 && !(parts.size() > 1 && allDeep && others.empty())) {
      // A train can be a class.
      if (!anyDeep || others.empty()) return false;
      throw base::Error(
          "the folder %1 of %2 could be a class, as %3 may be, or the part of the data that is trained on, "
          "with "
          "classes inside. For the part alone, name %4 as the data set; for classes: --read-as classes=outer",
          base::shownText(parts.front()->name), survey_.root(), firstNames(others),
          survey_.pathOf(parts.front()->path));
    }
    if (!allDeep)
      throw base::Error(
          "the folders %1 of %2 are called after parts of a data set, and sounds lie in them without a "
          "folder for "
          "each class, so nothing says what these are. Put a folder for each class into each part, or write "
          "a "
          "table (path,label); if they are classes: --read-as classes=outer",
          firstNames(parts), survey_.root());
    for (const Folder* part : parts)
      for (const Folder* folder : foldersWithSounds(*part)) add(*folder, folder->name, part->name, part);
    for (const Folder* part : parts)
      for (const Folder& folder : part->folders)
        if (isApart(folder) && folder.hasSounds()) plan_.apart.push_back(&folder);
    plan_.company = others;
    return true;
  }

  // fold1/dog, fold2/dog
  bool planFolds() {
    std::vector<const Folder*> folds, others;
    for (const Folder* folder : inside_) (foldNumberOf(folder->name) ? folds : others).push_back(folder);
    if (folds.size() < 2) return false;
    if (!std::all_of(folds.begin(), folds.end(), [](const Folder* fold) { return isOfFolders(*fold); }))
      throw base::Error(
          "the folders %1 of %2 count folds, so they are not taken for classes, and nothing else says what "
          "their "
          "sounds are. If a table does, put it beside them (columns path,label), or name the folder that "
          "holds "
          "both; if they are classes: --read-as classes=outer",
          firstNames(folds), survey_.root());
    for (const Folder* fold : folds)
      for (const Folder* folder : foldersWithSounds(*fold))
        add(*folder, folder->name, std::to_string(*foldNumberOf(fold->name)), fold);
    plan_.company = others;
    return true;
  }

  // dog/train, dog/test
  bool planPartsBelow() {
    std::set<Part> parts;
    std::set<int> folds;
    for (const Folder* folder : inside_)
      for (const Folder* below : foldersWithSounds(*folder)) {
        const auto part = partOf(below->name);
        const auto fold = foldNumberOf(below->name);
        if (!part && !fold) return false;
        if (part) parts.insert(*part);
        if (fold) folds.insert(*fold);
      }
    if ((parts.size() < 2 && folds.size() < 2) || (!parts.empty() && !folds.empty())) return false;
    for (const Folder* folder : inside_)
      for (const Folder* below : foldersWithSounds(*folder)) {
        const auto fold = foldNumberOf(below->name);
        add(*below, folder->name, fold ? std::to_string(*fold) : below->name, below);
      }
    return true;
  }

  // animals/dog, animals/cat, machines/drill: which of them are the classes?
  void refuseTwoLevels() const {
    std::map<std::string, int> inner;
    const Folder* example = nullptr;
    for (const Folder* folder : inside_) {
      if (!isOfFolders(*folder)) return;
      const auto below = foldersWithSounds(*folder);
      if (below.size() > 1 && !example) example = folder;
      for (const Folder* one : below) {
        if (++inner[one->name] > 1 || hasDigit(one->name)) return;  // sites, sessions, formats of each class
      }
    }
    if (!example || inside_.size() < 2) return;
    throw base::Error(
        "%1 has two levels of folders, and either could be the classes: %2 (--read-as classes=outer), or "
        "what is "
        "inside of them, such as %3 (--read-as classes=inner)",
        survey_.root(), firstNames(inside_), firstNames(foldersWithSounds(*example)));
  }

  void planInner(const Folder& folder) {
    const auto below = foldersWithSounds(folder);
    if (below.empty()) {
      add(folder, folder.name);
      return;
    }
    for (const Folder* one : below) planInner(*one);
  }

  void planOuter() {
    std::vector<const Folder*> deeper;
    for (const Folder* folder : inside_) {
      add(*folder, folder->name);
      for (const Folder* below : foldersWithSounds(*folder)) deeper.push_back(below);
    }
    if (!deeper.empty())
      plan_.notes.push_back(
          deeper.size() == 1
              ? base::Message("Sounds in a folder inside of a class's folder belong to that class: %1.",
                              base::shownText(deeper.front()->path))
              : base::Message("Sounds in %1 folders inside of classes' folders belong to those classes (the "
                              "first: %2).",
                              deeper.size(), base::shownText(deeper.front()->path)));
  }

  const Survey& survey_;
  const ReadAs& readAs_;
  const Folder& top_;
  std::vector<const Folder*> inside_;
  FolderPlan plan_;
};

}  // namespace

std::vector<const Folder*> foldersWithSounds(const Folder& folder) {
  std::vector<const Folder*> folders;
  for (const Folder& one : folder.folders)
    if (one.hasSounds() && !isApart(one)) folders.push_back(&one);
  return folders;
}

const Folder& innerTop(const Survey& survey) {
  const Folder* top = &survey.top();
  while (top->sounds == 0) {
    const auto inside = foldersWithSounds(*top);
    const bool foreignBeside = top->foreignBelow > (inside.empty() ? 0 : inside.front()->foreignBelow);
    if (inside.size() != 1 || foreignBeside || foldersWithSounds(*inside.front()).size() < 2) break;
    top = inside.front();
  }
  return *top;
}

FolderPlan planFolders(const Survey& survey, const ReadAs& readAs) {
  return Planning(survey, readAs).plan();
}

}  // namespace kinglet::data
