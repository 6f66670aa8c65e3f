/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The C library's functions are defined here under other names with their symbols, as its headers wrap some of them into inline
 * ones. The real work is done by system calls. Streams cannot be caught below their buffer, so for a watched file they are made
 * of these same calls. */

#include "disk-calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MAX_FILES 1024

typedef struct
{
  char *folder; /* NULL: nothing is watched */
  DiskAsk ask;
  DiskTell tell;
  gpointer data;
  char *open_files[MAX_FILES]; /* path below the folder of each watched descriptor */
} Watch;

static Watch watch;
static GRecMutex asking; /* what is open is kept by descriptor, which no two threads share */

int disk_open (const char *path, int flags, ...) __asm__("open");
int disk_open64 (const char *path, int flags, ...) __asm__("open64");
ssize_t disk_write (int fd, const void *data, size_t size) __asm__("write");
ssize_t disk_pwrite (int fd, const void *data, size_t size, off_t offset) __asm__("pwrite");
ssize_t disk_pwrite64 (int fd, const void *data, size_t size, off_t offset) __asm__("pwrite64");
int disk_ftruncate (int fd, off_t size) __asm__("ftruncate");
int disk_ftruncate64 (int fd, off_t size) __asm__("ftruncate64");
int disk_fsync (int fd) __asm__("fsync");
int disk_fdatasync (int fd) __asm__("fdatasync");
int disk_close (int fd) __asm__("close");
int disk_rename (const char *from, const char *to) __asm__("rename");
int disk_unlink (const char *path) __asm__("unlink");
int disk_rmdir (const char *path) __asm__("rmdir");
int disk_remove (const char *path) __asm__("remove");
int disk_mkdir (const char *path, mode_t mode) __asm__("mkdir");
FILE *disk_fopen (const char *path, const char *mode) __asm__("fopen");
FILE *disk_fopen64 (const char *path, const char *mode) __asm__("fopen64");
FILE *disk_fdopen (int fd, const char *mode) __asm__("fdopen");

/* Asking and telling */

static const char *
get_watched_name (const char *path)
{
  gsize length = watch.folder != NULL ? strlen (watch.folder) : 0;

  if (length == 0 || strncmp (path, watch.folder, length) != 0)
    return NULL;
  if (path[length] == '\0')
    return "";

  return path[length] == '/' ? path + length + 1 : NULL;
}

static const char *
get_open_name (int fd)
{
  return fd >= 0 && fd < MAX_FILES ? watch.open_files[fd] : NULL;
}

static gboolean
is_allowed (DiskCall *call)
{
  G_GNUC_UNUSED g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&asking);
  int failure = watch.ask != NULL ? watch.ask (call, watch.data) : 0;

  if (failure != 0)
    errno = failure;

  return failure == 0;
}

static void
tell (const DiskCall *call)
{
  G_GNUC_UNUSED g_autoptr (GRecMutexLocker) locker = g_rec_mutex_locker_new (&asking);

  if (watch.tell != NULL)
    watch.tell (call, watch.data);
}

/* For calls that answer 0 or -1. */
static int
finish (const DiskCall *call, long result)
{
  if (result == 0)
    tell (call);

  return (int) result;
}

/* Opening and closing */

static int
really_open (const char *path, int flags, mode_t mode)
{
  return (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
}

static int
open_file (const char *path, int flags, mode_t mode)
{
  const char *name = get_watched_name (path);
  struct stat info;

  if (name == NULL)
    return really_open (path, flags, mode);

  gboolean exists = lstat (path, &info) == 0;
  DiskCall call = { .kind = exists || (flags & O_CREAT) == 0 ? DISK_OPEN : DISK_CREATE, .path = name };
  if (!is_allowed (&call))
    return -1;
  int fd = really_open (path, flags, mode);
  if (fd < 0)
    return -1;

  g_assert_cmpint (fd, <, MAX_FILES);
  watch.open_files[fd] = g_strdup (name);
  tell (&call);
  if (exists && (flags & O_TRUNC) != 0)
    tell (&(DiskCall){ .kind = DISK_RESIZE, .path = name });

  return fd;
}

static mode_t
read_mode (int flags, va_list arguments)
{
  return (flags & O_CREAT) != 0 ? (mode_t) va_arg (arguments, unsigned int) : 0;
}

int
disk_open (const char *path, int flags, ...)
{
  va_list arguments;

  va_start (arguments, flags);
  mode_t mode = read_mode (flags, arguments);
  va_end (arguments);

  return open_file (path, flags, mode);
}

int
disk_open64 (const char *path, int flags, ...)
{
  va_list arguments;

  va_start (arguments, flags);
  mode_t mode = read_mode (flags, arguments);
  va_end (arguments);

  return open_file (path, flags, mode);
}

/* A close that fails has closed all the same. */
int
disk_close (int fd)
{
  g_autofree char *name = g_strdup (get_open_name (fd));

  if (name != NULL)
    g_clear_pointer (&watch.open_files[fd], g_free);
  int result = (int) syscall (SYS_close, fd);
  if (name == NULL || result != 0)
    return result;

  DiskCall call = { .kind = DISK_CLOSE, .path = name };

  return is_allowed (&call) ? finish (&call, 0) : -1;
}

/* Writing */

ssize_t
disk_pwrite (int fd, const void *data, size_t size, off_t offset)
{
  const char *name = get_open_name (fd);
  DiskCall call = { .kind = DISK_WRITE, .path = name, .data = data, .offset = (guint64) offset, .size = size };

  if (name != NULL && !is_allowed (&call))
    return -1;
  ssize_t written = syscall (SYS_pwrite64, fd, data, (size_t) call.size, offset);
  if (name != NULL && written > 0)
    {
      call.size = (guint64) written;
      tell (&call);
    }

  return written;
}

ssize_t
disk_pwrite64 (int fd, const void *data, size_t size, off_t offset)
{
  return disk_pwrite (fd, data, size, offset);
}

ssize_t
disk_write (int fd, const void *data, size_t size)
{
  if (get_open_name (fd) == NULL)
    return syscall (SYS_write, fd, data, size);

  off_t offset = lseek (fd, 0, SEEK_CUR);
  ssize_t written = disk_pwrite (fd, data, size, offset);
  if (written > 0)
    lseek (fd, offset + written, SEEK_SET);

  return written;
}

int
disk_ftruncate (int fd, off_t size)
{
  DiskCall call = { .kind = DISK_RESIZE, .path = get_open_name (fd), .size = (guint64) size };

  if (call.path == NULL)
    return (int) syscall (SYS_ftruncate, fd, size);

  return is_allowed (&call) ? finish (&call, syscall (SYS_ftruncate, fd, size)) : -1;
}

int
disk_ftruncate64 (int fd, off_t size)
{
  return disk_ftruncate (fd, size);
}

int
disk_fsync (int fd)
{
  DiskCall call = { .kind = DISK_SYNC, .path = get_open_name (fd) };

  if (call.path == NULL)
    return (int) syscall (SYS_fsync, fd);

  return is_allowed (&call) ? finish (&call, syscall (SYS_fsync, fd)) : -1;
}

int
disk_fdatasync (int fd)
{
  return disk_fsync (fd);
}

/* Names */

int
disk_rename (const char *from, const char *to)
{
  DiskCall call = { .kind = DISK_RENAME, .path = get_watched_name (from), .to = get_watched_name (to) };

  if (call.path == NULL || call.to == NULL)
    return (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);

  return is_allowed (&call) ? finish (&call, syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0)) : -1;
}

static int
remove_name (DiskCallKind kind, const char *path)
{
  DiskCall call = { .kind = kind, .path = get_watched_name (path) };
  int flags = kind == DISK_REMOVE_FOLDER ? AT_REMOVEDIR : 0;

  if (call.path == NULL)
    return (int) syscall (SYS_unlinkat, AT_FDCWD, path, flags);

  return is_allowed (&call) ? finish (&call, syscall (SYS_unlinkat, AT_FDCWD, path, flags)) : -1;
}

int
disk_unlink (const char *path)
{
  return remove_name (DISK_UNLINK, path);
}

int
disk_rmdir (const char *path)
{
  return remove_name (DISK_REMOVE_FOLDER, path);
}

int
disk_remove (const char *path)
{
  struct stat info;
  gboolean is_folder = lstat (path, &info) == 0 && S_ISDIR (info.st_mode);

  return remove_name (is_folder ? DISK_REMOVE_FOLDER : DISK_UNLINK, path);
}

int
disk_mkdir (const char *path, mode_t mode)
{
  DiskCall call = { .kind = DISK_MAKE_FOLDER, .path = get_watched_name (path) };

  if (call.path == NULL)
    return (int) syscall (SYS_mkdirat, AT_FDCWD, path, mode);

  return is_allowed (&call) ? finish (&call, syscall (SYS_mkdirat, AT_FDCWD, path, mode)) : -1;
}

/* Streams */

static ssize_t
stream_read (void *cookie, char *data, size_t size)
{
  return read (GPOINTER_TO_INT (cookie), data, size);
}

static ssize_t
stream_write (void *cookie, const char *data, size_t size)
{
  ssize_t written = disk_write (GPOINTER_TO_INT (cookie), data, size);

  return written >= 0 ? written : 0; /* what a stream takes for an error */
}

static int
stream_seek (void *cookie, off64_t *offset, int whence)
{
  *offset = lseek (GPOINTER_TO_INT (cookie), *offset, whence);

  return *offset >= 0 ? 0 : -1;
}

static int
stream_close (void *cookie)
{
  return disk_close (GPOINTER_TO_INT (cookie));
}

static FILE *
make_stream (int fd, const char *mode)
{
  const cookie_io_functions_t functions = { stream_read, stream_write, stream_seek, stream_close };

  return fopencookie (GINT_TO_POINTER (fd), mode, functions);
}

FILE *
disk_fopen (const char *path, const char *mode)
{
  if (get_watched_name (path) == NULL)
    {
      FILE *(*real_fopen) (const char *, const char *) = (FILE * (*) (const char *, const char *) ) dlsym (RTLD_NEXT, "fopen");
      return real_fopen (path, mode);
    }

  int access = strchr (mode, '+') != NULL ? O_RDWR : mode[0] == 'r' ? O_RDONLY : O_WRONLY;
  int making = mode[0] == 'w' ? O_CREAT | O_TRUNC : mode[0] == 'a' ? O_CREAT | O_APPEND : 0;
  int fd = open_file (path, access | making, 0666);

  return fd >= 0 ? make_stream (fd, mode) : NULL;
}

FILE *
disk_fopen64 (const char *path, const char *mode)
{
  return disk_fopen (path, mode);
}

FILE *
disk_fdopen (int fd, const char *mode)
{
  if (get_open_name (fd) != NULL)
    return make_stream (fd, mode);

  FILE *(*real_fdopen) (int, const char *) = (FILE * (*) (int, const char *) ) dlsym (RTLD_NEXT, "fdopen");

  return real_fdopen (fd, mode);
}

/* Watching */

static void
adopt_open_files (void)
{
  for (int fd = 0; fd < MAX_FILES; fd++)
    {
      char link[64], path[4096];
      g_snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
      ssize_t length = readlink (link, path, sizeof path - 1);
      if (length <= 0)
        continue;
      path[length] = '\0';
      watch.open_files[fd] = g_strdup (get_watched_name (path));
    }
}

void
disk_calls_watch (const char *folder, DiskAsk ask, DiskTell tell_function, gpointer data)
{
  g_return_if_fail (folder != NULL && g_path_is_absolute (folder));
  g_return_if_fail (watch.folder == NULL);

  watch.folder = g_strdup (folder);
  watch.ask = ask;
  watch.tell = tell_function;
  watch.data = data;
  adopt_open_files ();
}

void
disk_calls_unwatch (void)
{
  g_clear_pointer (&watch.folder, g_free);
  for (int fd = 0; fd < MAX_FILES; fd++)
    g_clear_pointer (&watch.open_files[fd], g_free);
  watch.ask = NULL;
  watch.tell = NULL;
}

const char *
disk_calls_get_name (DiskCallKind kind)
{
  static const char *const names[DISK_N_CALLS] = {
    [DISK_OPEN] = "open",         [DISK_CREATE] = "create",       [DISK_WRITE] = "write",   [DISK_RESIZE] = "resize",
    [DISK_SYNC] = "sync",         [DISK_CLOSE] = "close",         [DISK_RENAME] = "rename", [DISK_UNLINK] = "unlink",
    [DISK_MAKE_FOLDER] = "mkdir", [DISK_REMOVE_FOLDER] = "rmdir",
  };

  g_return_val_if_fail (kind < DISK_N_CALLS, NULL);

  return names[kind];
}

void
disk_calls_work_in_memory (void)
{
  if (access ("/dev/shm", W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
}
