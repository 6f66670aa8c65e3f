/* SPDX-FileCopyrightText: The MOU Scorecard developers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* mou-row-proposal: what a row that the user adds holds to begin with: a free key, and something to write over where a text is required. */
#pragma once

#include "mou-document.h"

G_BEGIN_DECLS

/* Values by the entity's field table, as mou_document_add_row takes them; "" is absent. */
GStrv mou_row_propose (MouDocument *document, gint64 owner, MouEntity entity) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
