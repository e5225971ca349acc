using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkBridge.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Mentors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Mentorships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReturneeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommuneCode = table.Column<string>(type: "text", nullable: false),
                    MentorId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    AssignedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AssignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentorships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mentorships_Accounts_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Mentorships_Returnees_ReturneeId",
                        column: x => x.ReturneeId,
                        principalTable: "Returnees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MentorVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MentorshipId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReturneeId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommuneCode = table.Column<string>(type: "text", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PlannedFor = table.Column<DateOnly>(type: "date", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Going = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Failure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    MovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MovedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Sealed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentorVisits_Mentorships_MentorshipId",
                        column: x => x.MentorshipId,
                        principalTable: "Mentorships",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_CommuneCode_EndedAt",
                table: "Mentorships",
                columns: new[] { "CommuneCode", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_MentorId_EndedAt",
                table: "Mentorships",
                columns: new[] { "MentorId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_ReturneeId",
                table: "Mentorships",
                column: "ReturneeId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Mentorships_ReturneeId_AssignedAt",
                table: "Mentorships",
                columns: new[] { "ReturneeId", "AssignedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MentorVisits_MentorshipId",
                table: "MentorVisits",
                column: "MentorshipId",
                unique: true,
                filter: "\"State\" = 'Planned'");

            migrationBuilder.CreateIndex(
                name: "IX_MentorVisits_MentorshipId_State",
                table: "MentorVisits",
                columns: new[] { "MentorshipId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_MentorVisits_ReturneeId_State_On",
                table: "MentorVisits",
                columns: new[] { "ReturneeId", "State", "On" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MentorVisits");

            migrationBuilder.DropTable(
                name: "Mentorships");
        }
    }
}
