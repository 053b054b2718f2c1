// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/fulldisk.h"

#include <sqlite3.h>

#include <atomic>
#include <map>
#include <mutex>

namespace {
constexpr int Endless = -1;
using WriteFunction = decltype(sqlite3_io_methods::xWrite);
using ReadFunction = decltype(sqlite3_io_methods::xRead);

std::atomic<int> roomLeft = Endless; // NOLINT(*-avoid-non-const-global-variables)
std::atomic<bool> isHit = false; // NOLINT(*-avoid-non-const-global-variables)
std::atomic<bool> canRead = true; // NOLINT(*-avoid-non-const-global-variables)
std::atomic<WriteFunction> realWrite = nullptr; // NOLINT(*-avoid-non-const-global-variables)
std::atomic<ReadFunction> realRead = nullptr; // NOLINT(*-avoid-non-const-global-variables)

sqlite3_vfs *&systemDisk()
{
    static sqlite3_vfs *disk = nullptr;
    return disk;
}

int writeWhileThereIsRoom(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    int left = roomLeft;
    while (left > 0 && !roomLeft.compare_exchange_weak(left, left - 1)) { }
    if (left == 0) {
        isHit = true;
        return SQLITE_FULL;
    }
    return realWrite.load()(file, bytes, count, offset);
}

int readWhileItCan(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    return canRead ? realRead.load()(file, bytes, count, offset) : SQLITE_IOERR_READ;
}

/// The system's ways with a file, but for reading and writing. They differ by kind of file, and all read and write alike.
const sqlite3_io_methods *withOurs(const sqlite3_io_methods *real)
{
    static std::mutex mutex;
    static std::map<const sqlite3_io_methods *, sqlite3_io_methods> known;
    const std::scoped_lock lock(mutex);
    const auto [place, isNew] = known.try_emplace(real, *real);
    if (isNew) {
        realWrite = real->xWrite;
        realRead = real->xRead;
        place->second.xWrite = &writeWhileThereIsRoom;
        place->second.xRead = &readWhileItCan;
    }
    return &place->second;
}

int openOnIt(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    sqlite3_vfs *disk = systemDisk();
    const int code = disk->xOpen(disk, name, file, flags, outFlags);
    if (code == SQLITE_OK && file->pMethods != nullptr)
        file->pMethods = withOurs(file->pMethods);
    return code;
}
} // namespace

void FullDisk::mount()
{
    static sqlite3_vfs ours;
    if (systemDisk() != nullptr)
        return;
    systemDisk() = sqlite3_vfs_find(nullptr);
    ours = *systemDisk();
    ours.zName = "fulldisk";
    ours.pNext = nullptr;
    ours.xOpen = &openOnIt;
    sqlite3_vfs_register(&ours, 1);
}

void FullDisk::fillAfter(int writes)
{
    isHit = false;
    roomLeft = writes;
}

void FullDisk::makeRoom()
{
    roomLeft = Endless;
}

void FullDisk::setReadable(bool isReadable)
{
    canRead = isReadable;
}

bool FullDisk::wasHit()
{
    return isHit;
}
